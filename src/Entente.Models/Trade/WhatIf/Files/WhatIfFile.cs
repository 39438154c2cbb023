using System.Collections.Immutable;
using Entente.Models.Strategy.Files;
using Entente.Numerics.Equilibrium;
using Entente.World;
using Entente.World.Blocs;
using Entente.World.States;

namespace Entente.Models.Trade.WhatIf.Files;

/// <summary>Reads a what-if from a YAML file. Every key is described in docs/what-if.md and in what-if/what-if.schema.json.</summary>
/// <remarks>An error names file, line, column and field; of several, the first by position is told.</remarks>
public static class WhatIfFile
{
    private const string Noun = "what-if";

    /// <summary>Reads a what-if file.</summary>
    /// <param name="path">Path of the file; its name without the ending becomes the key.</param>
    /// <param name="states">All states.</param>
    /// <param name="blocs">All blocs.</param>
    /// <param name="year">A year to start from instead of the one that the file names; <see langword="null"/> to keep it.</param>
    /// <exception cref="InvalidInputException">The file cannot be read or is wrong; the sentence says where and what to do.</exception>
    public static WhatIfQuestion Read(string path, StateSystem states, BlocRegistry blocs, int? year = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Parse(FileText.Read(path, Noun), path, states, blocs, year);
    }

    /// <summary>Reads a what-if from the text of a file.</summary>
    /// <param name="text">The YAML text.</param>
    /// <param name="fileName">Name or path of the file, for errors; a baseline file beside it is found by its name alone.</param>
    /// <param name="states">All states.</param>
    /// <param name="blocs">All blocs.</param>
    /// <param name="year">A year to start from instead of the one that the file names; <see langword="null"/> to keep it.</param>
    /// <exception cref="InvalidInputException">The text is wrong; the sentence says where and what to do.</exception>
    public static WhatIfQuestion Parse(string text, string fileName, StateSystem states, BlocRegistry blocs, int? year = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(blocs);
        if (text.Length > FileText.MaxBytes) throw FileText.TooLarge(fileName, text.Length, Noun);
        var root = YamlTree.Read(text.StartsWith('\uFEFF') ? text[1..] : text, fileName, Noun);
        if (root is not YamlMap map) throw FileErrors.At(fileName, root.Start, $"a what-if file must be a group of keys such as 'title: …', not {root.Kind}.");

        var errors = new FileErrors(fileName);
        var parties = new PartyReader(states, blocs, errors);
        var reader = new GroupReader(map, "", WhatIfKeys.TopLevel, errors, parties);
        var changes = new ChangeReader(errors, parties);
        var (baselineYear, file) = Baseline(reader, fileName, errors, map);
        var sectors = Sectors(reader, fileName, errors, parties, map);
        if (year is not null && sectors is not null) throw new InvalidInputException($"{fileName} starts from the tables of its sectors; --year chooses among the baselines of the store. Leave one of the two out.");
        if (year is not null && file is not null) throw new InvalidInputException($"{fileName} starts from the file {file}; --year chooses among the baselines of the store. Leave one of the two out.");
        parties.Year = year ?? baselineYear;
        var variants = Variants(reader.Node("variants"), errors, parties, reader.Node("sectors") is not null);
        var (target, partner) = (reader.State("target"), reader.State("partner"));
        if (target is not null && target.Id == partner?.Id) errors.Add(partner.At, $"target and partner are the same state, {partner.Typed}. Name two states, or leave the partner out.");
        var domestic = changes.Choice(reader, "domestic-sales", "", WhatIfKeys.TopLevel);
        var effect = changes.Choice(reader, "sanctions-effect", "", WhatIfKeys.TopLevel);
        var show = reader.Parties("show").Typed;
        var question = new WhatIfQuestion
        {
            Key = Path.GetFileNameWithoutExtension(fileName),
            Title = reader.Text("title"),
            Document = WhatIfLibrary.Document(Path.GetFileNameWithoutExtension(fileName), reader.Text("title"), text),
            Question = reader.Text("question"),
            Year = parties.Year ?? 0,
            File = file,
            Sectors = sectors,
            Kind = domestic switch { "observed" => BaselineKind.Observed, "estimated" => BaselineKind.Estimated, _ => BaselineKind.Automatic },
            EffectByGravity = effect == "gravity",
            Target = target?.Id ?? 0,
            Partner = partner?.Id,
            HorizonYears = reader.Whole("horizon") ?? 10,
            Deficits = changes.Choice(reader, "deficits", "", WhatIfKeys.TopLevel) == "additive" ? DeficitRule.Additive : DeficitRule.Multiplicative,
            Show = show,
            Variants = variants,
            Assumptions = AssumptionReader.Read(reader.Node("assumptions"), errors, WhatIfAssumptions.All),
            Draws = reader.Whole("draws"),
            Seed = reader.Whole("seed") is { } seed ? (ulong)seed : null,
            Caveats = reader.Texts("caveats"),
        };
        if (sectors is not null && WhatIfModel.HasElasticSupply(question))
        {
            errors.Add(map.Find("assumptions")!.Value.Key, "supply_elasticity stands beside sectors. Leave it out: the table of use says what production takes of other goods.");
        }

        errors.ThrowIfAny();
        return target is not null ? question : question with { Target = Derived(question, fileName, states, blocs) };
    }

    private static int Derived(WhatIfQuestion question, string fileName, StateSystem states, BlocRegistry blocs)
    {
        int? State(string text) => PartyResolver.Resolve(text, question.Year, states, blocs).Members is [var single] ? single : null;
        var found = ChangeReader.FirstTarget(question.Variants, State)
            ?? throw new InvalidInputException($"{fileName} names no target and none follows from its changes; add 'target' with the state that the question turns on.");
        return found == question.Partner ? throw new InvalidInputException($"{fileName}: the partner is the state that the changes turn on; add 'target', or name another partner.") : found;
    }

    private static (int? Year, string? File) Baseline(GroupReader reader, string fileName, FileErrors errors, YamlMap map)
    {
        var stated = reader.Whole("year");
        if (reader.Node("baseline") is not { } node)
        {
            if (map.Find("sectors") is null) errors.AddMissing(map, $"the key 'baseline' is missing. Add it: {WhatIfKeys.TopLevel.First(key => key.Name == "baseline").Description}.");
            return (stated, null);
        }

        if (node is YamlScalar scalar && scalar.Text.Trim().All(char.IsAsciiDigit) && scalar.Text.Trim().Length > 0)
        {
            if (!NumberText.TryRead(node, false, out var year, out var problem)) errors.Add(node, $"baseline {problem}.");
            else if (year is < 1816 or > 2100) errors.Add(node, GroupReader.OutOfRange("baseline", year, 1816, 2100));
            else if (stated is not null && stated != (int)year) errors.Add(map.Find("year")!.Value.Key, "year stands beside a baseline that is a year. Leave it out.");
            else return ((int)year, null);
            return (null, null);
        }

        var path = GroupReader.Text(node, "baseline", errors);
        if (path.Length == 0) return (null, null);
        if (stated is null && map.Find("year") is null) errors.AddMissing(map, "the key 'year' is missing. A baseline from a file needs the year that its states are named in.");
        return (stated, Beside(fileName, path));
    }

    /// <summary>A file beside the what-if, else the path as it stands.</summary>
    private static string Beside(string fileName, string path)
    {
        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(fileName)) ?? "", path);
        return File.Exists(beside) ? beside : path;
    }

    private static SectorInput? Sectors(GroupReader reader, string fileName, FileErrors errors, PartyReader parties, YamlMap map)
    {
        if (reader.Node("sectors") is not { } node) return null;
        if (node is not YamlMap tables)
        {
            errors.Add(node, $"sectors must have keys, not {node.Kind}. Write for example 'sectors: {{ trade: trade.csv, use: use.csv }}'.");
            return null;
        }

        if (map.Find("baseline") is { } baseline) errors.Add(baseline.Key, "baseline stands beside sectors. Keep one: the table of trade is the baseline.");
        if (map.Find("domestic-sales") is { } domestic) errors.Add(domestic.Key, "domestic-sales stands beside sectors. Leave it out: the table of trade has them.");
        if (map.Find("year") is null) errors.AddMissing(map, "the key 'year' is missing. Sectors from files need the year that their states are named in.");
        var group = new GroupReader(tables, "sectors", WhatIfKeys.SectorTables, errors, parties);
        string? Optional(string key) => group.OptionalText(key) is { Length: > 0 } text ? Beside(fileName, text) : null;
        var files = new SectorFiles(Optional("trade") ?? "", Optional("use"), Optional("final"));
        if (group.Node("elasticity") is not { } elasticity) return new SectorInput(files);
        if (!NumberText.TryRead(elasticity, false, out var value, out _)) return new SectorInput(files, ElasticityFile: Optional("elasticity"));
        if (value is < SectorInput.LeastElasticity or > SectorInput.GreatestElasticity) errors.Add(elasticity, GroupReader.OutOfRange("sectors.elasticity", value, SectorInput.LeastElasticity, SectorInput.GreatestElasticity));
        return new SectorInput(files, value);
    }

    private static ImmutableArray<WhatIfVariant> Variants(YamlNode? node, FileErrors errors, PartyReader parties, bool hasSectors)
    {
        if (node is null) return [];
        if (node is not YamlList { Items.IsEmpty: false } list)
        {
            errors.Add(node, $"variants must be a list, not {(node is YamlList ? "an empty one" : node.Kind)}. Begin each variant with '- name: …'.");
            return [];
        }

        var variants = ImmutableArray.CreateBuilder<WhatIfVariant>();
        foreach (var item in list.Items)
        {
            if (item is not YamlMap map)
            {
                errors.Add(item, $"a variant must have a name and changes, not {item.Kind}.");
                continue;
            }

            var reader = new GroupReader(map, "variants", WhatIfKeys.Variant, errors, parties);
            var name = reader.Text("name");
            if (name.Length > 0 && variants.Any(variant => variant.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) errors.Add(map.Find("name")!.Value.Value, $"a variant named '{YamlScalar.Shorten(name)}' was given before. Give each its own name.");
            variants.Add(new WhatIfVariant(name, new ChangeReader(errors, parties, hasSectors).Read(reader.Node("changes"), "changes")));
        }

        return variants.DrainToImmutable();
    }
}
