using System.Collections.Immutable;
using Entente.World.Catalog;
using Entente.World.Figures;
using Entente.World.States;

namespace Entente.Models.Strategy.Files;

/// <summary>A key that a file may have, for a form to edit it.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Kind">What it takes: <c>text</c>, <c>state</c>, <c>parties</c> (states and blocs) or <c>number</c>.</param>
/// <param name="Description">What it means.</param>
/// <param name="IsRequired">Whether it must be there.</param>
/// <param name="Low">Least number; not a number for other kinds.</param>
/// <param name="High">Greatest number; not a number for other kinds.</param>
public sealed record KeyForm(string Name, string Kind, string Description, bool IsRequired, double Low, double High);

/// <summary>A kind of move with its keys.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Description">What the divider does.</param>
/// <param name="Keys">Its keys, without the note that every move may have.</param>
/// <param name="Example">A line of a file.</param>
public sealed record MoveKindForm(string Name, string Description, ImmutableArray<KeyForm> Keys, string Example);

/// <summary>What a move has under a key.</summary>
/// <param name="Key">The key.</param>
/// <param name="Text">A text or a state, as it may be typed; else <see langword="null"/>.</param>
/// <param name="Parties">States and blocs, as typed.</param>
/// <param name="Number">A number; not a number for other kinds.</param>
public sealed record MoveValue(KeyForm Key, string? Text, ImmutableArray<string> Parties, double Number);

/// <summary>A move of a strategy by its kind and keys.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Values">Its values in the order of the keys; what is not given is left out.</param>
/// <param name="Note">Why, where the file says so.</param>
public sealed record MoveForm(MoveKindForm Kind, ImmutableArray<MoveValue> Values, string? Note);

/// <summary>An assumption of a strategy beside what may be assumed.</summary>
/// <param name="Definition">Name, channel, meaning, range and default.</param>
/// <param name="Assumption">What the strategy assumes: its own, else the default.</param>
/// <param name="IsStated">Whether the file states it.</param>
/// <param name="IsEstimated">Whether an assessment estimates it from the record because the file does not state it; the default then counts only where too little is held.</param>
/// <param name="IsFraction">Whether it can be no more than a whole, so that per cent may be typed.</param>
public sealed record AssumptionForm(AssumptionDefinition Definition, Assumption Assumption, bool IsStated, bool IsEstimated, bool IsFraction);

/// <summary>A kind of distribution with its numbers.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Description">What it says.</param>
/// <param name="Parameters">Its numbers, each with whether it must be there.</param>
/// <param name="Example">A line of a file.</param>
public sealed record DistributionKindForm(string Name, string Description, ImmutableArray<(string Name, bool IsRequired)> Parameters, string Example);

/// <summary>A strategy as a form: every key with its meaning and the range that it may have.</summary>
public static class StrategyForm
{
    private static readonly string[] Estimated = ["reversal_hazard", "partner_reversal_hazard"];

    /// <summary>Kinds of moves that a strategy may have.</summary>
    public static ImmutableArray<MoveKindForm> MoveKinds { get; } = [.. StrategyKeys.Moves.Select(move => new MoveKindForm(move.Name, move.Description, [.. move.Keys.Select(Key)], move.Example))];

    /// <summary>Distributions that an assumption may have.</summary>
    public static ImmutableArray<DistributionKindForm> Distributions { get; } =
        [.. DistributionKinds.All.Select(kind => new DistributionKindForm(kind.Name, kind.Description, [.. kind.Parameters.Select(parameter => (parameter.Name, parameter.Required))], kind.Example))];

    /// <summary>First years that a strategy may have, and years of horizon.</summary>
    public static (KeyForm Start, KeyForm Horizon) Years { get; } = (Key(StrategyKeys.TopLevel.First(key => key.Name == "start")), Key(StrategyKeys.TopLevel.First(key => key.Name == "horizon")));

    /// <summary>What a strategy states rests on its file, and what it leaves out on the defaults of the project.</summary>
    /// <param name="strategy">The strategy.</param>
    public static Provenance Grounds(WedgeStrategy strategy)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        var forms = Assumptions(strategy);
        var (stated, estimated) = (forms.Count(one => one.IsStated), forms.Count(one => one.IsEstimated));
        var defaults = string.Join('\n', forms.Select(one => $"{one.Definition.Name} {one.Definition.Default.Distribution.Describe()} {one.Definition.Default.Source}"));
        return new Provenance([], $"strategy {strategy.Key} as its file states it", new Coverage(
            FormattableString.Invariant($"{stated} of {forms.Length} assumptions stated in the file, {forms.Length - stated - estimated} left to a default, {estimated} estimated from the record when it is assessed; {forms.Count(one => one.Assumption.IsJudgement)} are judgement"),
            forms.Length, null, []))
            .With(strategy.Document)
            .With(DocumentSource.Of("assumptions", "defaults", "Defaults of assumptions, each with its citation or the word judgement", defaults, isShipped: true));
    }

    /// <summary>The moves of a strategy.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="states">All states.</param>
    public static ImmutableArray<MoveForm> Moves(WedgeStrategy strategy, StateSystem states)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        ArgumentNullException.ThrowIfNull(states);
        string State(int id) => states[id].Name;
        return [.. strategy.Moves.Select(move => Move(move, State))];
    }

    /// <summary>All assumptions of a strategy, in the order of the catalog.</summary>
    /// <param name="strategy">The strategy.</param>
    public static ImmutableArray<AssumptionForm> Assumptions(WedgeStrategy strategy)
    {
        var stated = (strategy ?? throw new ArgumentNullException(nameof(strategy))).Assumptions.Select(assumption => assumption.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. AssumptionCatalog.All.Zip(AssumptionCatalog.Merge(strategy), (definition, assumption) => new AssumptionForm(
                definition, assumption, stated.Contains(definition.Name), Estimated.Contains(definition.Name) && !stated.Contains(definition.Name), DistributionReader.IsFraction(definition))),
        ];
    }

    private static MoveForm Move(Move move, Func<int, string> state) => move switch
    {
        SanctionsMove m => Of(m.Lift ? "lift-sanctions" : "impose-sanctions", m.Note, state(m.Against), m.Coalition, m.Share, m.JoinedBy),
        GuaranteeMove m => Of("guarantee", m.Note, m.To, m.Change),
        RecognitionMove m => Of("recognise", m.Note, m.Of, m.Weight),
        ArmsMove m => Of("arms", m.Note, state(m.To), m.Change),
        TradeDealMove m => Of("trade-deal", m.Note, state(m.With), m.TradeIncrease),
        _ => throw new NotSupportedException($"A move of type {move.GetType().Name} has no form."),
    };

    private static MoveForm Of(string name, string? note, params object[] values)
    {
        var kind = MoveKinds.First(one => one.Name == name);
        return new MoveForm(kind, [.. kind.Keys.Zip(values, Value).Where(value => value.Key.IsRequired || !value.Parties.IsEmpty)], note);
    }

    private static MoveValue Value(KeyForm key, object value) => value switch
    {
        string text => new MoveValue(key, text, [], double.NaN),
        double number => new MoveValue(key, null, [], number),
        ImmutableArray<string> parties => new MoveValue(key, null, parties, double.NaN),
        _ => throw new NotSupportedException($"The key {key.Name} has no form."),
    };

    private static KeyForm Key(KeyDefinition key)
    {
        var kind = key.Kind switch { KeyKind.State => "state", KeyKind.Parties => "parties", KeyKind.Fraction or KeyKind.Whole => "number", _ => "text" };
        return new KeyForm(key.Name, kind, key.Description, key.Required, kind == "number" ? key.Low : double.NaN, kind == "number" ? key.High : double.NaN);
    }
}
