using System.Collections.Immutable;
using Entente.Models.Strategy;
using Entente.Numerics.Distributions;
using Entente.Numerics.Equilibrium;
using Entente.World;
using Entente.World.Catalog;

namespace Entente.Models.Trade.WhatIf;

/// <summary>Answers a what-if: exact hat algebra in one sector (Dekle, Eaton and Kortum 2008) from a baseline with domestic sales, over draws of all assumptions; and in many sectors with input-output links where the question brings a table of them.</summary>
public static class WhatIfModel
{
    private const int MostPartners = 12;
    private const string Gdp = "gdp_current_usd";

    /// <summary>Runs every variant.</summary>
    /// <param name="world">The world.</param>
    /// <param name="question">The question.</param>
    /// <param name="options">How it is run.</param>
    /// <param name="progress">Told how many draws of all variants are done, called from several threads; with many sectors each variant counts twice.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidInputException">The baseline cannot be built, or the question does not fit it.</exception>
    /// <exception cref="NoAnswerException">An effect has no estimate, or no equilibrium exists even at the medians.</exception>
    public static WhatIfAnswer Run(WorldEdition world, WhatIfQuestion question, WhatIfOptions? options = null, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(question);
        options ??= new WhatIfOptions();
        var draws = options.Draws ?? question.Draws ?? WhatIfOptions.DefaultDraws;
        var seed = options.Seed ?? question.Seed ?? 1;
        var setup = WhatIfSetup.Make(world, question);
        var baseline = setup.Baseline;
        var (target, partner) = setup.Places;
        var model = new ExactHatModel(baseline.Flows, baseline.Count);
        var gdp = baseline.Economies.Select(economy => economy.Members.Length == 1 && world.Indicator(Gdp, economy.Members[0], question.Year) is { } value ? value / 1e9 : double.NaN).ToArray();
        var assumptions = WhatIfAssumptions.Merge(question.Assumptions);
        var pairs = MainPairs(baseline, target, [.. ShockBuilder.Members(world, question.Show, question.Year).Where(baseline.Holds).Select(baseline.IndexOf), partner]);
        var sectoral = SectoralRun.Of(question, setup.Table, draws);
        var done = 0;
        void Drawn() => Count(1);
        void Count(int weight)
        {
            var count = Interlocked.Add(ref done, weight);
            if (count / 256 != (count - weight) / 256) progress?.Report(count);
        }

        // Fewer draws are made with many sectors; together they count as much as those with one.
        void DrawnMany() => Count(draws / sectoral!.Draws);

        var effects = ImmutableArray.CreateBuilder<VariantEffect>();
        foreach (var variant in question.Variants)
        {
            var shocks = setup.Shocks(variant, baseline);
            var solver = new VariantSolver(model, shocks, assumptions, question.Deficits);
            var memory = solver.NewMemory();
            var (start, check) = Central(solver, memory, baseline, variant);
            var central = memory.Workspace.WelfareHat[target] - 1;
            var n = baseline.Count;
            var groups = EconomyGroup.Of(baseline, target, partner, [.. shocks.Shocks.SelectMany(shock => new[] { shock.Cell / n, shock.Cell % n }).Distinct()], variant.Changes.Any(change => change is SanctionsChange));
            var ensemble = VariantEnsemble.Run(solver, groups, gdp, (target, partner), start, pairs, draws, seed, question.HorizonYears, options.Threads, Drawn, cancellation);
            effects.Add(new VariantEffect(
                variant.Name, shocks.Shocks.Select(shock => shock.Cell).Distinct().Count(), shocks.NotHeld, ensemble.Failed, ensemble.Economies(baseline, id => world.States[id].Iso3),
                ensemble.Groups(), ensemble.Pairs(baseline), ensemble.Path(), ensemble.PartnerShare(), check,
                [.. variant.Changes.Select(change => ChangeWords.Of(world, change))]));
            sectoral?.Add(world, variant, solver, central, groups, gdp, (target, partner), question.Deficits, seed, options.Threads, DrawnMany, cancellation);
        }

        var many = sectoral?.Answer();
        return new WhatIfAnswer
        {
            Question = question,
            Baseline = baseline,
            Target = baseline.Economies[target].Name,
            Partner = partner < 0 ? null : baseline.Economies[partner].Name,
            PartnerShareBefore = partner < 0 ? double.NaN : VariantEnsemble.ShareOf(baseline.Flows, baseline.Count, target, partner),
            Draws = draws,
            PathDraws = Math.Min(draws, WhatIfOptions.MostPathDraws),
            Seed = seed,
            Variants = effects.ToImmutable(),
            Sectoral = many,
            Sensitivity = setup.Sensitivity(assumptions),
            Assumptions = [.. assumptions.Where(assumption => Reads(question, assumption.Name)), .. Typed(question)],
            Sanctions = setup.Estimate,
            Caveats = WhatIfCaveats.Of(question, baseline, setup, [.. effects], many),
            Sources = Sources(world, baseline, setup.Estimate),
            Documents = [.. question.Document is { } document ? [document] : Array.Empty<Source>(), .. OwnFiles(question)],
        };
    }

    /// <summary>The central solution and what it says of itself; its log wages are where every draw starts.</summary>
    private static (double[] Start, SolutionCheck Check) Central(VariantSolver solver, VariantSolver.Memory memory, TradeBaseline baseline, WhatIfVariant variant)
    {
        solver.Central(memory);
        if (!solver.Solve(1, memory, []))
        {
            throw new NoAnswerException($"The variant '{variant.Name}' has no equilibrium at the medians of the assumptions; with additive deficits a surplus may be more than an economy can pay: write 'deficits: multiplicative', or change less.");
        }

        var n = baseline.Count;
        var theta = memory.Values[WhatIfAssumptions.TradeElasticity];
        memory.Workspace.Flows(memory.Flows);
        var worst = 0.0;
        for (var i = 0; i < n; i++)
        {
            var spent = 0.0;
            for (var j = 0; j < n; j++) spent += memory.Flows[(j * n) + i];
            var share = memory.Flows[(i * n) + i] / spent / solver.Model.Shares[(i * n) + i];
            worst = Math.Max(worst, Math.Abs(Math.Pow(share, -1 / theta) - memory.Workspace.RealWageHat[i]));
        }

        var start = new double[n];
        for (var i = 0; i < n; i++) start[i] = Math.Log(memory.Workspace.WageHat[i]);
        return (start, new SolutionCheck(worst, memory.Workspace.Iterations, memory.Workspace.Residual));
    }

    /// <summary>The target's trade with its main partners and with the states that are to be shown, exports and imports, the largest first.</summary>
    private static (int From, int To)[] MainPairs(TradeBaseline baseline, int target, IReadOnlyCollection<int> shown)
    {
        var n = baseline.Count;
        var ranked = Enumerable.Range(0, n).Where(i => i != target && baseline.Economies[i].Members.Length == 1)
            .OrderByDescending(i => baseline.Flows[(target * n) + i] + baseline.Flows[(i * n) + target]).ToList();
        return
        [
            .. ranked.Where((i, rank) => rank < MostPartners || shown.Contains(i))
                .SelectMany(i => new[] { (target, i), (i, target) }).Where(pair => baseline.Flows[(pair.Item1 * n) + pair.Item2] > 0),
        ];
    }

    /// <summary>Whether the question states a supply elasticity other than zero.</summary>
    internal static bool HasElasticSupply(WhatIfQuestion question) =>
        question.Assumptions.FirstOrDefault(assumption => assumption.Name == "supply_elasticity") is { } stated && stated.Distribution is not PointMass { Value: 0 };

    private static bool Reads(WhatIfQuestion question, string name)
    {
        var changes = question.Variants.SelectMany(variant => variant.Changes).ToList();
        return name switch
        {
            "sanctions_effect_factor" => changes.OfType<SanctionsChange>().Any(change => change.Effect is null),
            "relief_uptake" or "fade_in_years" => changes.OfType<SanctionsChange>().Any(change => change.Lift),
            "supply_elasticity" => HasElasticSupply(question),
            "agreement_effect" => changes.OfType<AgreementChange>().Any(change => change.Effect is null),
            _ => true,
        };
    }

    private static IEnumerable<Assumption> Typed(WhatIfQuestion question) => question.Variants.SelectMany(variant => variant.Changes)
        .Select(change => (change as SanctionsChange)?.Effect ?? (change as AgreementChange)?.Effect).OfType<Assumption>().Distinct();

    /// <summary>Files that the question starts from instead of a baseline of the store.</summary>
    private static IEnumerable<Source> OwnFiles(WhatIfQuestion question)
    {
        string?[] paths = [question.File, question.Sectors?.Files.Trade, question.Sectors?.Files.Use, question.Sectors?.Files.Final, question.Sectors?.ElasticityFile];
        foreach (var path in paths.OfType<string>()) yield return DocumentSource.OfFile("table", path);
    }

    private static ImmutableArray<Source> Sources(WorldEdition world, TradeBaseline baseline, SanctionsEstimate? estimate) =>
        [.. baseline.Sources.Concat(estimate?.Sources ?? []).Append("worldbank-gdp").Append("natural-earth").Distinct()
            .Select(key => world.Catalog.Sources.FirstOrDefault(source => source.Key == key)).OfType<Source>()];
}
