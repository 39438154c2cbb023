using System.Collections.Immutable;
using Entente.Models.Strategy;
using Entente.Numerics.Random;
using Entente.Numerics.Sampling;
using Entente.Numerics.Sensitivity;
using Entente.Numerics.SpatialPrices;
using Entente.World;

namespace Entente.Models.Energy.WhatIf;

/// <summary>Runs a gas what-if: two markets in each draw, the world of January 2025 and the same with the changes.</summary>
public static class GasWhatIf
{
    /// <summary>Runs it.</summary>
    /// <param name="world">The world, whose prices of 2024 the market starts from.</param>
    /// <param name="question">The question.</param>
    /// <param name="isLong">Whether demand has a decade to answer, and American exporters must earn their fees.</param>
    /// <param name="draws">Number of draws.</param>
    /// <param name="seed">Seed; the same gives the same figures on any number of threads.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="progress">Told how many draws are done.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="InvalidInputException">The changes leave no market: a floor lies above what can reach it.</exception>
    /// <exception cref="NoAnswerException">Prices are missing, or no draw was solved.</exception>
    public static GasAnswer Run(WorldEdition world, GasQuestion question, bool isLong, int draws, ulong seed, int threads, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(question);
        var start = GasBase.Read(world, 2024);
        if (!double.IsFinite(start.Europe + start.Japan + start.HenryHub)) throw new NoAnswerException("The store holds no gas prices of 2024; build it with the World Bank's monthly prices.");
        var assumptions = GasAssumptions.All.Select(definition => question.Assumptions.FirstOrDefault(stated => stated.Name == definition.Name) ?? definition.Default).ToImmutableArray();
        var tables = GasReference.Of(world);
        RefuseInfeasible(tables, start, question, isLong);
        var scarcities = new GasScarcities(tables, draws);
        var (markets, suppliers) = (tables.Markets.Length, tables.Suppliers.Length);
        var width = markets * 3 + suppliers * 4 + 2 * suppliers * markets + 1;
        var values = new double[width, draws];
        var inputs = new double[assumptions.Length, draws];
        var done = 0;
        ParallelDraws.Run(draws, threads, () => new GasMarket(tables), (draw, gas) =>
        {
            Span<double> drawn = stackalloc double[assumptions.Length];
            for (var i = 0; i < assumptions.Length; i++)
            {
                var stream = new CounterStream(seed, (ulong)draw, (uint)i);
                drawn[i] = inputs[i, draw] = assumptions[i].Distribution.Sample(ref stream);
            }

            var read = Inputs(drawn, isLong);
            gas.Calibrate(start, read, isLong);
            GasChannel.CloseUkraine(gas);
            var solved = gas.Solver.Solve();
            Store(gas, values, draw, false);
            scarcities.Store(gas, draw, after: false);
            var residual = gas.Solver.Residual;
            Apply(gas, start, question.Changes, read);
            solved &= gas.Solver.Solve();
            Store(gas, values, draw, true);
            scarcities.Store(gas, draw, after: true);
            values[width - 1, draw] = solved ? Math.Max(residual, gas.Solver.Residual) : double.NaN;
            if (!solved)
            {
                for (var i = 0; i < width; i++) values[i, draw] = double.NaN;
                scarcities.Drop(draw);
            }

            var count = Interlocked.Increment(ref done);
            if (count % 256 == 0) progress?.Report(count);
        }, cancellation);

        double[] Row(int row) => [.. Enumerable.Range(0, draws).Select(draw => values[row, draw])];
        Spread Of(int row) => Spreads.Of(Row(row));
        Spread Change(int before, int after, Func<double, double, double> change) => Spreads.Of([.. Enumerable.Range(0, draws).Select(draw => change(values[before, draw], values[after, draw]))]);
        var failed = Row(width - 1).Count(double.IsNaN);
        if (failed == draws) throw new NoAnswerException("No draw of the gas market was solved; check the capacities and floors of the changes.");
        var offset = markets * 3;
        var flows = offset + suppliers * 4;
        var europe = Enumerable.Range(0, draws).Select(draw => values[1, draw] - values[0, draw]).ToArray();
        var influence = assumptions.Select((assumption, i) =>
        {
            var index = GivenData.FirstOrder([.. Enumerable.Range(0, draws).Select(draw => inputs[i, draw])], europe, Math.Clamp(draws / 50, 2, 32), seed);
            return new GasInfluence(assumption.Name, index.Value, index.StandardError);
        }).Where(row => double.IsFinite(row.Share)).OrderByDescending(row => row.Share).ToImmutableArray();
        return new GasAnswer(
            question, isLong, draws, seed, failed, Row(width - 1).Where(double.IsFinite).Max(),
            [.. Enumerable.Range(0, markets).Select(m => new GasMarketEffect(tables.Markets[m], Of(m * 3), Change(m * 3, m * 3 + 1, (a, b) => b - a), Change(m * 3, m * 3 + 1, (a, b) => b / a - 1), Of(m * 3 + 2)))],
            [.. Enumerable.Range(0, suppliers).Select(f => new GasSupplierEffect(
                tables.Suppliers[f], Of(offset + f * 4), Change(offset + f * 4, offset + f * 4 + 1, (a, b) => b - a), Of(offset + f * 4 + 2), Of(offset + f * 4 + 3),
                [.. Enumerable.Range(0, markets).Select(m => Of(flows + (suppliers + f) * markets + m))], [.. Enumerable.Range(0, markets).Select(m => Of(flows + f * markets + m))]))],
            scarcities.Summarise(), influence, assumptions,
            [
                .. question.Caveats,
                "Flows of 2024 other than American cargoes, capacities, costs and market power are judgement: rounded from general knowledge of public reports.",
                "Prices in China and South Asia are taken as Japan's import price, which follows oil contracts; spot cargoes were cheaper.",
            ],
            [.. GasChannel.Sources.Select(key => world.Catalog[key])]);
    }

    internal static GasInputs Inputs(ReadOnlySpan<double> drawn, bool isLong) => new(
        drawn[isLong ? GasAssumptions.LongElasticity : GasAssumptions.Elasticity], drawn[GasAssumptions.Production], drawn[GasAssumptions.RussiaPower], drawn[GasAssumptions.OthersPower],
        drawn[GasAssumptions.Volume], drawn[GasAssumptions.Cost], drawn[GasAssumptions.Flexibility], drawn[GasAssumptions.FullFrom],
        drawn[GasAssumptions.ReturnShare]);

    /// <summary>Prices and surplus of the markets, revenue of the suppliers, flows; before or after the changes.</summary>
    private static void Store(GasMarket gas, double[,] values, int draw, bool after)
    {
        var (markets, suppliers, solver) = (gas.Market.Markets, gas.Market.Suppliers, gas.Solver);
        var offset = markets * 3;
        var flows = offset + suppliers * 4;
        for (var m = 0; m < markets; m++)
        {
            values[m * 3 + (after ? 1 : 0), draw] = solver.Prices[m];

            // Between the two, the third place holds sales before; surplus on the old curve, at the mean of both amounts.
            values[m * 3 + 2, draw] = after ? (values[m * 3, draw] - solver.Prices[m]) * (values[m * 3 + 2, draw] + solver.Demand[m]) / 2 * GasMarket.MmbtuPerBcm / 1e9 : solver.Demand[m];
        }

        for (var f = 0; f < suppliers; f++)
        {
            values[offset + f * 4 + (after ? 1 : 0), draw] = gas.Revenue(f);
            values[offset + f * 4 + 2, draw] = after ? solver.Supply[f] - values[offset + f * 4 + 2, draw] : solver.Supply[f];
            values[offset + f * 4 + 3, draw] = solver.SupplierShadow[f];
            for (var m = 0; m < markets; m++) values[flows + ((after ? suppliers : 0) + f) * markets + m, draw] = gas.Arc(f, m) is var arc and >= 0 ? solver.Flows[arc] : 0;
        }
    }

    internal static void Apply(GasMarket gas, GasBase start, ImmutableArray<GasChange> changes, in GasInputs inputs)
    {
        var tables = gas.Tables;
        foreach (var change in changes)
        {
            if (change.Kind is not (GasChangeKind.Open or GasChangeKind.Close)) continue;
            var route = 0;
            while (tables.Routes[route].Name != change.Name) route++;
            gas.RouteBcm[route] = change.Kind == GasChangeKind.Close ? 0 : inputs.ReturnShare * (double.IsNaN(change.Value) ? tables.Routes[route].BcmByYear[1] : change.Value);
        }

        gas.ApplyRoutes();
        foreach (var change in changes)
        {
            var (supplier, market) = (tables.Suppliers.IndexOf(change.Name), tables.Markets.IndexOf(change.Market ?? change.Name));
            switch (change.Kind)
            {
                case GasChangeKind.Cap: gas.Market.ArcCapacity[Arc(supplier, market)] = change.Value; break;
                case GasChangeKind.Capacity: gas.Market.SupplierCapacity[supplier] = change.Value; break;
                case GasChangeKind.TakeOrPay: gas.Market.ArcFloor[Arc(supplier, market)] = change.Value; break;
                case GasChangeKind.Demand: gas.ShiftDemand(start, market, change.Value); break;
                case GasChangeKind.Need: gas.Market.DemandFloor[market] = change.Value; break;
                case GasChangeKind.MarketPower:
                    for (var m = 0; m < gas.Market.Markets; m++)
                    {
                        if (gas.Arc(supplier, m) is var arc and >= 0) gas.Market.Conjecture[arc] = change.Value;
                    }

                    break;
            }
        }

        int Arc(int supplier, int market) => gas.Arc(supplier, market) is var arc and >= 0 ? arc
            : throw new InvalidInputException($"{tables.Suppliers[supplier]} has no way to {tables.Markets[market]}; leave that change out, or name another market.");
    }

    private static void RefuseInfeasible(GasReference tables, GasBase start, GasQuestion question, bool isLong)
    {
        var gas = new GasMarket(tables);
        Span<double> centre = stackalloc double[GasAssumptions.All.Length];
        for (var i = 0; i < centre.Length; i++) centre[i] = GasAssumptions.All[i].Default.Distribution.Median;
        var inputs = Inputs(centre, isLong) with { ReturnShare = 1 };
        gas.Calibrate(start, inputs, isLong);
        GasChannel.CloseUkraine(gas);
        Apply(gas, start, question.Changes, inputs);
        if (gas.Solver.FindFault() is not { } fault) return;
        var numbers = FormattableString.Invariant($"{fault.Asked:0.#} bcm a year are asked, {fault.Available:0.#} can be had");
        throw new InvalidInputException(fault.Kind switch
        {
            SpatialFaultKind.DemandFloor => $"{question.Key}: what {tables.Markets[fault.Index]} needs lies above all capacity that can reach it: {numbers}. Lower the need, or open routes.",
            SpatialFaultKind.FloorAboveArc => $"{question.Key}: take-or-pay of {tables.Suppliers[gas.Market.SupplierOf(fault.Index)]} in {tables.Markets[gas.Market.MarketOf(fault.Index)]} lies above the capacity of its routes: {numbers}. Lower it, or open routes.",
            SpatialFaultKind.FloorsAboveSupplier => $"{question.Key}: take-or-pay of {tables.Suppliers[fault.Index]} lies above its capacity: {numbers}. Lower it, or raise the capacity.",
            SpatialFaultKind.FloorsAboveGroup => $"{question.Key}: take-or-pay of liquefied gas in {tables.Markets[fault.Index]} lies above its terminals: {numbers}. Lower it.",
            _ => $"{question.Key}: the changes leave a market that cannot be solved ({fault.Kind}). Check their numbers.",
        });
    }
}
