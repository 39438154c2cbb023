using System.Collections.Immutable;
using System.Text.Json;
using Entente.Numerics.IdealPoints;
using Entente.World;
using Entente.World.Store;

namespace Entente.Models.Votes.IdealPoints;

/// <summary>Where an estimation ended: enough to go on from when new votes come in, by keys that outlast the store's numbering.</summary>
/// <param name="Kind">What a period is.</param>
/// <param name="Points">State id, period label and θ.</param>
/// <param name="Items">Vote id of an item's first roll call, and β, γ₁, γ₂.</param>
public sealed record IdealPointFit(VotePeriodKind Kind, ImmutableArray<FittedPoint> Points, ImmutableArray<FittedItem> Items)
{
    private const string Schema = "entente.ideal_point_fit/1";
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Writes the fit to a file: whole or not at all.</summary>
    /// <exception cref="InvalidInputException">The file cannot be written.</exception>
    public void Save(string path) => WholeFile.Write(path, JsonSerializer.Serialize(new FitFile(Schema, Kind.ToString(), Points, Items), Json));

    /// <summary>Reads a fit.</summary>
    /// <exception cref="InvalidInputException">There is no such file, or it is no fit.</exception>
    public static IdealPointFit Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            var file = JsonSerializer.Deserialize<FitFile>(File.ReadAllText(path), Json);
            if (file?.Schema == Schema && Enum.TryParse<VotePeriodKind>(file.Period, out var kind) && !file.Points.IsDefaultOrEmpty && !file.Items.IsDefaultOrEmpty)
            {
                return new IdealPointFit(kind, file.Points, file.Items);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"The fit {path} cannot be read: {problem.Message.TrimEnd('.')}.", problem);
        }
        catch (JsonException problem)
        {
            throw new InvalidInputException($"{path}, line {(problem.LineNumber ?? 0) + 1}: this is no ideal-point fit; make one with 'entente points --save FILE'.", problem);
        }

        throw new InvalidInputException($"{path} is no ideal-point fit ({Schema}); make one with 'entente points --save FILE'.");
    }

    internal static IdealPointFit From(PreparedVotes prepared, ModelPoint end)
    {
        var points = ImmutableArray.CreateBuilder<FittedPoint>(end.Positions.Length);
        for (var i = 0; i < end.Positions.Length; i++)
        {
            var (unit, period) = prepared.Votes.Position(i);
            points.Add(new FittedPoint(prepared.States[unit], prepared.Periods[period].Label, end.Positions[i]));
        }

        var items = new FittedItem?[prepared.Votes.Items];
        for (var row = 0; row < prepared.ItemOf.Length; row++)
        {
            var item = prepared.ItemOf[row];
            items[item] ??= new FittedItem(prepared.VoteIds[row], end.Items.Discrimination[item], end.Items.LowThreshold[item], end.Items.HighThreshold[item]);
        }

        return new IdealPointFit(prepared.Kind, points.MoveToImmutable(), [.. items.Select(item => item!)]);
    }

    /// <summary>A starting point for other votes: known states and items as they were, a state's new period as its last known one, a new item by the shares of its votes.</summary>
    internal ModelPoint Guess(PreparedVotes prepared, IdealPointStart start)
    {
        if (Kind != prepared.Kind) throw new InvalidInputException("The fit to go on from has other periods (years or sessions) than those asked for; make both with the same --by.");
        var known = new Dictionary<(int, string), float>();
        var last = new Dictionary<int, float>();
        foreach (var point in Points)
        {
            known[(point.State, point.Period)] = point.Theta;
            last[point.State] = point.Theta;
        }

        var guess = start.Guess(prepared.Votes);
        for (var i = 0; i < guess.Positions.Length; i++)
        {
            var (unit, period) = prepared.Votes.Position(i);
            var state = prepared.States[unit];
            guess.Positions[i] = known.TryGetValue((state, prepared.Periods[period].Label), out var exact) ? exact : last.GetValueOrDefault(state);
        }

        var items = Items.ToDictionary(item => item.Vote, StringComparer.Ordinal);
        for (var row = 0; row < prepared.ItemOf.Length; row++)
        {
            if (!items.TryGetValue(prepared.VoteIds[row], out var item)) continue;
            (guess.Items.Discrimination[prepared.ItemOf[row]], guess.Items.LowThreshold[prepared.ItemOf[row]], guess.Items.HighThreshold[prepared.ItemOf[row]]) = (item.Beta, item.Low, item.High);
        }

        return guess;
    }

    private sealed record FitFile(string Schema, string Period, ImmutableArray<FittedPoint> Points, ImmutableArray<FittedItem> Items);
}

/// <summary>θ of a state in a period.</summary>
/// <param name="State">Id of the state.</param>
/// <param name="Period">Label of the period.</param>
/// <param name="Theta">θ.</param>
public sealed record FittedPoint(int State, string Period, float Theta);

/// <summary>Parameters of an item.</summary>
/// <param name="Vote">Vote id of its first roll call.</param>
/// <param name="Beta">β.</param>
/// <param name="Low">γ₁.</param>
/// <param name="High">γ₂.</param>
public sealed record FittedItem(string Vote, float Beta, float Low, float High);
