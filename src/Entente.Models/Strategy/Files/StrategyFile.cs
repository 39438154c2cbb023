using System.Collections.Immutable;
using Entente.World;
using Entente.World.Blocs;
using Entente.World.States;

namespace Entente.Models.Strategy.Files;

/// <summary>Reads a strategy from a YAML file. Every key is described in docs/strategy-files.md and in strategies/strategy.schema.json.</summary>
/// <remarks>An error names file, line, column and field; of several, the first by position is told. A file that is not YAML is refused as such before its keys are looked at.</remarks>
public static class StrategyFile
{
    /// <summary>Largest file read, in bytes: a strategy is a page of text.</summary>
    public const int MaxBytes = FileText.MaxBytes;

    private const string Noun = "strategy";

    /// <summary>Reads a strategy file.</summary>
    /// <param name="path">Path of the file. Its name without the ending becomes the key of the strategy.</param>
    /// <param name="states">All states.</param>
    /// <param name="blocs">All blocs.</param>
    /// <exception cref="InvalidInputException">The file cannot be read, is too large, or is wrong; the sentence says where and what to do.</exception>
    public static WedgeStrategy Read(string path, StateSystem states, BlocRegistry blocs)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Parse(FileText.Read(path, Noun), path, states, blocs);
    }

    /// <summary>The text of a strategy file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="InvalidInputException">The file cannot be read, is too large, or is not UTF-8.</exception>
    public static string Text(string path) => FileText.Read(path ?? throw new ArgumentNullException(nameof(path)), Noun);

    /// <summary>Reads a strategy from the text of a file.</summary>
    /// <param name="text">The YAML text.</param>
    /// <param name="fileName">Name or path of the file, for errors; its name without folder and ending becomes the key.</param>
    /// <param name="states">All states.</param>
    /// <param name="blocs">All blocs.</param>
    /// <exception cref="InvalidInputException">The text is wrong; the sentence says where and what to do.</exception>
    public static WedgeStrategy Parse(string text, string fileName, StateSystem states, BlocRegistry blocs)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(blocs);
        var strategy = Read(Tree(text, fileName), Path.GetFileNameWithoutExtension(fileName), fileName, states, blocs);
        return strategy with { Document = StrategyLibrary.Document(strategy.Key, strategy.Title, text) };
    }

    /// <summary>The keys of a file, before anyone asks what they mean.</summary>
    internal static YamlMap Tree(string text, string fileName)
    {
        if (text.Length > MaxBytes) throw FileText.TooLarge(fileName, text.Length, Noun);
        var root = YamlTree.Read(text.StartsWith('\uFEFF') ? text[1..] : text, fileName, Noun);
        return root as YamlMap ?? throw FileErrors.At(fileName, root.Start, $"a strategy file must be a group of keys such as 'title: …', not {root.Kind}.");
    }

    /// <summary>Reads the keys of a file as a strategy.</summary>
    internal static WedgeStrategy Read(YamlMap map, string key, string fileName, StateSystem states, BlocRegistry blocs)
    {
        var errors = new FileErrors(fileName);
        var parties = new PartyReader(states, blocs, errors);
        var reader = new GroupReader(map, "", StrategyKeys.TopLevel, errors, parties);
        parties.Year = reader.Whole("start");
        var (divider, target, partner) = (reader.State("divider"), reader.State("target"), reader.State("partner"));
        RefuseSame(errors, ("divider", divider), ("target", target), ("partner", partner));
        var assumptions = AssumptionReader.Read(reader.Node("assumptions"), errors);
        var strategy = new WedgeStrategy
        {
            Key = key,
            Title = reader.Text("title"),
            Summary = reader.Text("summary"),
            Divider = divider?.Id ?? 0,
            Target = target?.Id ?? 0,
            Partner = partner?.Id ?? 0,
            Start = parties.Year ?? 0,
            HorizonYears = reader.Whole("horizon") ?? 0,
            Allies = reader.Node("allies") is YamlList { Items.IsEmpty: true } ? [] : reader.Parties("allies").Typed,
            Moves = new MoveReader(errors, parties).Read(reader.Node("moves"), divider),
            Assumptions = assumptions,
            Correlations = new CorrelationReader(errors, parties, assumptions).Read(reader.Node("correlations")),
            Caveats = reader.Texts("caveats"),
        };
        errors.ThrowIfAny();
        return strategy;
    }

    private static void RefuseSame(FileErrors errors, params ImmutableArray<(string Role, ResolvedState? State)> actors)
    {
        for (var later = 1; later < actors.Length; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                if (actors[later].State is { } b && actors[earlier].State is { } a && a.Id == b.Id)
                {
                    // Named at the later of the two places, whatever the order of the keys in the file.
                    var at = a.At.Start.CompareTo(b.At.Start) > 0 ? a.At : b.At;
                    errors.Add(at, $"{actors[earlier].Role} and {actors[later].Role} are the same state, {b.Typed}. Divider, target and partner must be three states.");
                }
            }
        }
    }
}
