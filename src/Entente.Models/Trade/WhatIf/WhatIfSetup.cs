using System.Collections.Immutable;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Files;
using Entente.Numerics.Equilibrium;
using Entente.World;

namespace Entente.Models.Trade.WhatIf;

/// <summary>What is settled before the draws: the baseline, the estimate of sanctions, and where target and partner stand.</summary>
internal sealed class WhatIfSetup
{
    private readonly WorldEdition _world;
    private readonly WhatIfQuestion _question;
    private readonly BaselineBuilder _builder;
    private readonly SanctionsEstimate? _standing;
    private readonly SanctionsEstimate? _yardstick;

    private WhatIfSetup(WorldEdition world, WhatIfQuestion question)
    {
        (_world, _question) = (world, question);
        var year = question.Year;
        var sanctions = question.Variants.SelectMany(variant => variant.Changes).OfType<SanctionsChange>().ToList();
        var against = sanctions.Where(change => change.Lift).Select(change => change.Against).Append(question.Target).First();
        var coalition = sanctions.Where(change => change.Against == against).SelectMany(change => ShockBuilder.Members(world, change.By, year));
        var standingBloc = year >= 2022 && world.States.Find("RUS")?.Id == against ? world.Blocs.Find("Sanctions2022")?.MembersIn(year) ?? [] : [];
        ImmutableArray<int> members = [.. coalition.Concat(standingBloc).Where(id => id != against).Distinct().Order()];
        if (!question.IsOwn && !members.IsEmpty) _standing = SanctionsEstimates.Standing(world, year, against, members, question.EffectByGravity);
        if (sanctions.Any(change => !change.Lift && change.Effect is null)) _yardstick = SanctionsEstimates.Yardstick(world, question.EffectByGravity);
        var reads = sanctions.Where(change => change.Effect is null).ToList();
        Estimate = reads.Count == 0 ? null : reads.Any(change => change.Lift) ? _standing : _yardstick;
        _builder = new BaselineBuilder(world, question, Named(members), _standing);
        Table = question.Sectors is { } sectors ? SectorTableReader.Read(world, sectors.Files, year) : null;
        if (Table is not null) RefuseUnknownSectors(question, Table);
        Baseline = Table?.Aggregate ?? _builder.Build();
        Places = (Place(question.Target), question.Partner is { } partner ? Place(partner) : -1);
    }

    /// <summary>The baseline.</summary>
    public TradeBaseline Baseline { get; }

    /// <summary>The table of many sectors; <see langword="null"/> for none.</summary>
    public SectorTable? Table { get; }

    /// <summary>The estimate of sanctions that is read; <see langword="null"/> for none.</summary>
    public SanctionsEstimate? Estimate { get; }

    /// <summary>Places of target and partner in the baseline, −1 for no partner.</summary>
    public (int Target, int Partner) Places { get; }

    /// <summary>Whether domestic sales are estimated.</summary>
    public bool IsEstimated => _builder.IsEstimated;

    /// <summary>Settles it.</summary>
    public static WhatIfSetup Make(WorldEdition world, WhatIfQuestion question) => new(world, question);

    /// <summary>The shocks of a variant on a baseline.</summary>
    public VariantShocks Shocks(WhatIfVariant variant, TradeBaseline baseline) =>
        ShockBuilder.Build(_world, baseline, _question.Year, variant, change => change.Lift ? _standing?.Against == change.Against ? _standing : null : _yardstick, Table);

    /// <summary>The central result under other estimates of what the baseline does not observe.</summary>
    public ImmutableArray<BaselineVariation> Sensitivity(ImmutableArray<Assumption> assumptions)
    {
        if (!IsEstimated) return [];
        var hasGaps = _world.Trade(_question.Year).LastYear > 0;
        var rows = ImmutableArray.CreateBuilder<BaselineVariation>();
        rows.Add(Vary("as it stands", Baseline, assumptions));
        rows.Add(Vary("median ratio of domestic sales for all", _builder.Build(new DomesticSalesRule(false, 1)), assumptions));
        rows.Add(Vary("domestic sales 20 % lower", _builder.Build(new DomesticSalesRule(true, .8)), assumptions));
        rows.Add(Vary("domestic sales 20 % higher", _builder.Build(new DomesticSalesRule(true, 1.2)), assumptions));
        if (hasGaps)
        {
            rows.Add(Vary("missing pairs at their last value, not shrunk", _builder.Build(null, MissingPairs.Last), assumptions));
            rows.Add(Vary("missing pairs taken as no trade (a bound)", _builder.Build(null, MissingPairs.None), assumptions));
        }

        return rows.ToImmutable();
    }

    private static void RefuseUnknownSectors(WhatIfQuestion question, SectorTable table)
    {
        foreach (var variant in question.Variants)
        {
            if (variant.Changes.SelectMany(change => change.Sectors).FirstOrDefault(name => !table.Sectors.Contains(name)) is not { } unknown) continue;
            throw new InvalidInputException($"The variant '{variant.Name}' changes the sector '{unknown}', which the table of trade does not have.{NearestWord.Hint(unknown, table.Sectors)}");
        }
    }

    private BaselineVariation Vary(string name, TradeBaseline baseline, ImmutableArray<Assumption> assumptions)
    {
        var model = new ExactHatModel(baseline.Flows, baseline.Count);
        var target = baseline.IndexOf(_question.Target);
        var results = _question.Variants.Select(variant =>
        {
            var solver = new VariantSolver(model, Shocks(variant, baseline), assumptions, _question.Deficits);
            var memory = solver.NewMemory();
            solver.Central(memory);
            return solver.Solve(1, memory, []) ? memory.Workspace.WelfareHat[target] - 1 : double.NaN;
        }).ToImmutableArray();
        return new BaselineVariation(name, results, model.Shares[(target * baseline.Count) + target]);
    }

    private ImmutableArray<int> Named(ImmutableArray<int> members)
    {
        var named = new SortedSet<int>(members) { _question.Target };
        if (_question.Partner is { } partner) named.Add(partner);
        void Add(ImmutableArray<string> parties) => named.UnionWith(ShockBuilder.Members(_world, parties, _question.Year));
        Add(_question.Show);
        foreach (var change in _question.Variants.SelectMany(variant => variant.Changes))
        {
            switch (change)
            {
                case SanctionsChange sanctions:
                    named.Add(sanctions.Against);
                    Add(sanctions.By);
                    break;
                case EmbargoChange embargo:
                    Add(embargo.Between);
                    Add(embargo.And);
                    break;
                case TradeBarrierChange barrier:
                    Add(barrier.From);
                    Add(barrier.To);
                    break;
                case AgreementChange agreement:
                    Add(agreement.Between);
                    Add(agreement.And);
                    break;
            }
        }

        return [.. named];
    }

    private int Place(int state) => Baseline.Holds(state) ? Baseline.IndexOf(state)
        : throw new InvalidInputException($"{_world.States[state].Name} is no economy of its own in the baseline of {Baseline.Year} ({Baseline.Method}); choose another baseline or another state.");
}
