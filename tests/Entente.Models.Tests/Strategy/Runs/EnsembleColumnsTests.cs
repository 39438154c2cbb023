using System.Globalization;
using System.Reflection;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Draws;
using Entente.Models.Strategy.Files;
using Entente.Models.Strategy.Links;
using Entente.Models.Strategy.Runs;

namespace Entente.Models.Tests.Strategy.Runs;

[Trait("Cultures", "one")] // numbers alone, and slow: run under one culture
public class EnsembleColumnsTests(Snapshot snapshot)
{
    private const int Count = 7;

    private AssessmentInputs Inputs()
    {
        var inputs = AssessmentInputs.Measure(snapshot.World, StrategyFile.Parse(RunSample.Text, "x.yaml", snapshot.World.States, snapshot.World.Blocs), new AssessmentOptions());
        return inputs with { Links = LinkInputs.Measure(snapshot.World, inputs) };
    }

    [Fact]
    public void Every_cell_of_an_ensemble_comes_back_from_the_file_to_the_last_bit()
    {
        using var folders = new RunFolders();
        var inputs = Inputs();
        var columns = EnsembleColumns.Of(snapshot.World, inputs);
        var (written, read, range) = (new Ensemble(inputs, 0, Count), new Ensemble(inputs, 0, Count), new DrawRange(0, Count - 1));
        Fill(written);
        Directory.CreateDirectory(folders["draws"]);
        ChunkFiles.Write(folders["."], range, EnsembleRun.Columns(columns, written, range));
        EnsembleRun.Read(folders["."], range, columns, read, 0);
        Cells(read).ShouldBe(Cells(written));

        // A new array of the ensemble, or a new field of its records, is filled here and missed above until it has a column.
        Cells(written).Count.ShouldBe(columns.Length * Count);
        Cells(new Ensemble(inputs, 0, Count)).Zip(Cells(written)).ShouldAllBe(pair => pair.First != pair.Second);
    }

    [Fact]
    public void Names_are_unique_and_plain() => EnsembleColumns.Of(snapshot.World, Inputs()).Select(column => column.Name.ToLowerInvariant()).ShouldBeUnique();

    [Fact]
    public void Cells_that_are_easily_lost_are_kept()
    {
        using var folders = new RunFolders();
        double[] odd = [0.0, -0.0, double.NaN, double.Epsilon, double.MaxValue, double.NegativeInfinity, 0.1, 0.0, -0.0];
        float[] small = [0f, -0f, float.NaN, float.Epsilon, float.MaxValue, float.PositiveInfinity, .1f, 0f, -0f];
        Directory.CreateDirectory(folders["."]);
        World.Store.BlockFile.Write(folders["odd.parquet"], [World.Store.FileColumn.Doubles("d", odd), World.Store.FileColumn.Reals("f", small)]);
        var (doubles, singles) = (new double[odd.Length], new float[small.Length]);
        World.Store.BlockFile.Read(folders["odd.parquet"], [World.Store.FileColumn.Reals("f", singles), World.Store.FileColumn.Doubles("d", doubles)]).ShouldBe(odd.Length);
        doubles.Select(BitConverter.DoubleToInt64Bits).ShouldBe(odd.Select(BitConverter.DoubleToInt64Bits));
        singles.Select(BitConverter.SingleToInt32Bits).ShouldBe(small.Select(BitConverter.SingleToInt32Bits));
    }

    /// <summary>Gives every number in every array of the ensemble, also in records, a value of its own; some are awkward.</summary>
    private static void Fill(Ensemble ensemble)
    {
        var next = 0;
        object Value(Type type)
        {
            next++;
            if (type == typeof(int)) return next;
            if (type == typeof(float)) return next % 5 == 0 ? float.NaN : next % 7 == 0 ? -0f : next / 3f;
            return next % 5 == 0 ? double.NaN : next % 7 == 0 ? -0.0 : next / 3.0;
        }

        foreach (var array in Arrays(ensemble))
        {
            var type = array.GetType().GetElementType()!;
            for (var i = 0; i < array.Length; i++)
            {
                if (type.IsPrimitive)
                {
                    array.SetValue(Value(type), i);
                    continue;
                }

                var record = array.GetValue(i)!;
                foreach (var field in Fields(type)) field.SetValue(record, Value(field.FieldType));
                array.SetValue(record, i);
            }
        }
    }

    private static List<string> Cells(Ensemble ensemble)
    {
        static string Bits(object value) => value switch
        {
            double real => BitConverter.DoubleToInt64Bits(real).ToString("x", CultureInfo.InvariantCulture),
            float real => BitConverter.SingleToInt32Bits(real).ToString("x", CultureInfo.InvariantCulture),
            _ => $"{value}",
        };
        return
        [
            .. Arrays(ensemble).SelectMany(array => array.Cast<object>().SelectMany(cell => cell.GetType().IsPrimitive ? [Bits(cell)] : Fields(cell.GetType()).Select(field => Bits(field.GetValue(cell)!)))),
        ];
    }

    /// <summary>Every array of numbers or records, also those of parts that the ensemble holds.</summary>
    private static IEnumerable<Array> Arrays(object holder) => holder.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => !property.PropertyType.IsPrimitive)
        .Select(property => property.GetValue(holder)!).SelectMany(part => part switch
        {
            Array array when array.GetType().GetElementType()!.IsArray => array.Cast<Array>(),
            Array array => [array],
            _ => Arrays(part),
        });

    private static FieldInfo[] Fields(Type type) => type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public);
}
