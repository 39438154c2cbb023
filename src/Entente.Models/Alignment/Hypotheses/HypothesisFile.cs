using System.Collections.Immutable;
using Entente.Models.Panel.Tables;
using Entente.Models.Strategy.Files;
using Entente.World;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Models.Alignment.Hypotheses;

/// <summary>Reads hypotheses from YAML files; an error names file, line, column and field.</summary>
public static class HypothesisFile
{
    private const string Noun = "hypothesis";
    private static readonly string[] Keys = ["name", "statement", "argued_by", "covariates", "caveats"];
    private static readonly FileLibrary Library = new("hypotheses", Noun, "hypotheses");

    private static readonly Dictionary<string, CovariateTransform> Transforms = new(StringComparer.Ordinal)
    {
        ["log"] = CovariateTransform.Log,
        ["log1p"] = CovariateTransform.LogOnePlus,
        ["positive"] = CovariateTransform.Positive,
        ["is_one"] = CovariateTransform.IsOne,
    };

    /// <summary>Names of the shipped hypotheses.</summary>
    /// <param name="folders">Folders to look in; null for those called hypotheses above the current folder and the program.</param>
    public static ImmutableArray<string> List(IReadOnlyList<string>? folders = null) => Library.List(folders);

    /// <summary>The path of a file.</summary>
    /// <param name="nameOrPath">A bare name, or a path.</param>
    /// <exception cref="InvalidInputException">There is no such file.</exception>
    public static string Locate(string nameOrPath)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        return Library.Locate(nameOrPath, null);
    }

    /// <summary>Reads a hypothesis by its short name or the path of a file.</summary>
    /// <exception cref="InvalidInputException">There is no such file, or it is wrong.</exception>
    public static Hypothesis Read(string nameOrPath, IReadOnlyList<string>? folders = null)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        var path = Library.Locate(nameOrPath, folders);
        return Parse(FileText.Read(path, Noun), path);
    }

    /// <summary>What a list of hypotheses rests on: the shipped ones as one source, files of others each by itself.</summary>
    /// <param name="hypotheses">The hypotheses.</param>
    public static ImmutableArray<Source> Documents(IEnumerable<Hypothesis> hypotheses) => DocumentSource.Together(Noun, "Rival explanations of alignment", hypotheses.Select(one => one.Document).OfType<Source>());

    /// <summary>What a list of claims rests on: the files that state them.</summary>
    /// <param name="hypotheses">The hypotheses.</param>
    public static Provenance Grounds(ImmutableArray<Hypothesis> hypotheses) => new(
        [], "hypotheses as their files state them",
        new Coverage(FormattableString.Invariant($"{hypotheses.Length} hypotheses, {hypotheses.Count(one => !one.ArguedBy.IsEmpty)} with those who argue them; nothing is measured in a list"), hypotheses.Length, null, [.. hypotheses.Where(one => one.ArguedBy.IsEmpty).Select(one => $"who argues {one.Key}")]))
    {
        Documents = Documents(hypotheses),
    };

    /// <summary>Reads the text of a file.</summary>
    /// <param name="text">The YAML text.</param>
    /// <param name="fileName">Name of the file, for errors and for the key.</param>
    /// <exception cref="InvalidInputException">The text is wrong; the sentence says where and what to do.</exception>
    public static Hypothesis Parse(string text, string fileName)
    {
        var (map, errors) = YamlRoot.Open(text, fileName, Noun, "name: Trade dependence", Keys);
        foreach (var key in new[] { "name", "statement", "covariates" })
        {
            if (map.Find(key) is null) errors.AddMissing(map, $"the key '{key}' is missing. Add it: {(key == "covariates" ? "a list of variables of the dyad-year panel" : "some text")}.");
        }

        var hypothesis = new Hypothesis(
            Path.GetFileNameWithoutExtension(fileName), GroupReader.TextOf(map, "name", errors), GroupReader.TextOf(map, "statement", errors), GroupReader.TextsOf(map, "argued_by", errors), Covariates(map, errors), GroupReader.TextsOf(map, "caveats", errors));
        errors.ThrowIfAny();
        return hypothesis with { Document = Library.Document(hypothesis.Key, hypothesis.Name, text) };
    }

    private static ImmutableArray<HypothesisCovariate> Covariates(YamlMap map, FileErrors errors)
    {
        if (map.Find("covariates") is not { } entry) return [];
        if (entry.Value is not YamlList { Items.IsEmpty: false } list)
        {
            errors.Add(entry.Value, $"covariates must be a list of variables with at least one, not {(entry.Value is YamlList ? "an empty list" : entry.Value.Kind)}. Persistence, which has none, is always scored.");
            return [];
        }

        var covariates = ImmutableArray.CreateBuilder<HypothesisCovariate>();
        foreach (var item in list.Items)
        {
            if (Covariate(item, errors) is not { } covariate) continue;
            if (covariates.Contains(covariate)) errors.Add(item, $"{covariate.Name} is there twice. Keep one.");
            covariates.Add(covariate);
        }

        return covariates.ToImmutable();
    }

    // "variable", or "variable: transform".
    private static HypothesisCovariate? Covariate(YamlNode item, FileErrors errors)
    {
        var transform = CovariateTransform.None;
        YamlNode at = item;
        string name;
        if (item is YamlMap { Entries: [var only] })
        {
            (name, at) = (only.Key.Text, only.Key);
            if (only.Value is not YamlScalar { IsNothing: false } scalar || !Transforms.TryGetValue(scalar.Text, out transform))
            {
                errors.Add(only.Value, $"the transform of {name} must be one of {string.Join(", ", Transforms.Keys)}, not {only.Value.Kind}.");
                return null;
            }
        }
        else if (item is YamlScalar { IsNothing: false } plain)
        {
            name = plain.Text;
        }
        else
        {
            errors.Add(item, $"a covariate is the name of a variable, or 'name: transform', not {item.Kind}.");
            return null;
        }

        var known = DyadYearPanel.Variables.FirstOrDefault(variable => variable.Name == name);
        if (known is null) errors.Add(at, $"unknown covariate: {char.ToLowerInvariant(VariableNames.Unknown(name, [.. DyadYearPanel.Variables.Select(variable => variable.Name)], "dyad-year")[0])}{VariableNames.Unknown(name, [.. DyadYearPanel.Variables.Select(variable => variable.Name)], "dyad-year")[1..]}");
        else if (name.EndsWith("_a", StringComparison.Ordinal) || name.EndsWith("_b", StringComparison.Ordinal)) errors.Add(at, $"{name} is about one state of the pair; a hypothesis about pairs needs a variable of both, such as {Symmetric(name)}.");
        return known is null ? null : new HypothesisCovariate(name, transform);
    }

    private static string Symmetric(string name) => name.StartsWith("trade", StringComparison.Ordinal) || name.Contains("share", StringComparison.Ordinal) ? "trade_dependence_lower" : name.StartsWith("us_", StringComparison.Ordinal) ? "us_distance_joint" : "regime_distance";
}
