using System.Globalization;
using System.IO.Compression;
using Entente.Numerics.Equilibrium;

namespace Entente.Tests.Equilibrium;

public class PublishedCases
{
    private static readonly string[] Coalition =
    [
        "AUS", "AUT", "BEL", "BGR", "CAN", "CHE", "CYP", "CZE", "DEU", "DNK", "ESP", "EST", "FIN", "FRA", "GBR", "GRC", "HRV", "HUN", "IRL", "ITA",
        "JPN", "KOR", "LTU", "LUX", "LVA", "MLT", "NLD", "NOR", "POL", "PRT", "ROU", "SVK", "SVN", "SWE", "TWN", "USA",
    ];

    // One-sector decoupling on the World Input-Output Database of 2014, additive deficits, change of real expenditure in per cent.
    [Theory]
    [InlineData(4, "RUS", -1.636, 5e-4)]
    [InlineData(3, "RUS", -2.176, 5e-4)]
    [InlineData(5, "RUS", -1.311, 5e-4)]
    [InlineData(4, "DEU", -.154, 5e-4)]
    [InlineData(4, "POL", -.376, 5e-4)]
    [InlineData(4, "LTU", -1.34, 5e-3)]
    [InlineData(4, "USA", -.009, 5e-4)]
    [InlineData(4, "CHN", .003, 5e-4)]
    public void Full_decoupling_of_Russia_and_the_coalition_costs_the_known_shares(double theta, string who, double percent, double rounding)
    {
        var (names, flows) = World2014();
        var solution = PlainIteration.Solved(flows, names.Length, Decoupling(names), theta, DeficitRule.Additive);
        (100 * (solution.WelfareHat[Array.IndexOf(names, who)] - 1)).ShouldBe(percent, rounding);
    }

    [Fact]
    public void Decoupled_Russia_imports_more_from_China()
    {
        var (names, flows) = World2014();
        var n = names.Length;
        var solution = PlainIteration.Solved(flows, n, Decoupling(names), 4, DeficitRule.Additive);
        var newFlows = new double[n * n];
        solution.Flows(newFlows);
        var pair = Array.IndexOf(names, "CHN") * n + Array.IndexOf(names, "RUS");
        (newFlows[pair] / flows[pair]).ShouldBe(1.064, 5e-4);
    }

    [Fact]
    public void The_solution_on_real_flows_equals_the_plain_iteration()
    {
        var (names, flows) = World2014();
        var n = names.Length;
        var friction = Decoupling(names);
        var plain = PlainIteration.Solve(flows, n, friction, 4, multiplicative: false);
        var solution = PlainIteration.Solved(flows, n, friction, 4, DeficitRule.Additive);
        for (var i = 0; i < n; i++) solution.WageHat[i].ShouldBe(plain.Wage[i], 1e-9);
    }

    /// <summary>
    /// The published 30-country results are the conditional step of Anderson and van Wincoop: multilateral resistances with outputs and expenditures held at
    /// their old values, prices then read off as the inverse of outward resistance. That is the limit of exact hat algebra as theta grows (wages then absorb
    /// nothing, w^-theta remains finite), with sigma = 5 entering only where resistances are turned into prices.
    /// </summary>
    [Fact]
    public void The_conditional_results_for_thirty_economies_are_the_limit_of_large_theta()
    {
        const double limit = 1e6, sigma = 5;
        var folder = Shared.Path("cases/ge_trade/sample_30");
        var bilateral = Rows(Path.Combine(folder, "expected_bilateral_trade_results.csv"));
        var names = bilateral.Select(row => row[0]).Distinct().Order(StringComparer.Ordinal).ToArray();
        var n = names.Length;
        double[] flows = new double[n * n], expected = new double[n * n];
        foreach (var row in bilateral)
        {
            var place = Array.IndexOf(names, row[0]) * n + Array.IndexOf(names, row[1]);
            flows[place] = Number(row[2]);
            expected[place] = Number(row[3]);
        }

        var friction = PlainIteration.Ones(n);
        int canada = Array.IndexOf(names, "CAN"), japan = Array.IndexOf(names, "JPN"), reference = Array.IndexOf(names, "DEU");
        friction[canada * n + japan] = friction[japan * n + canada] = Math.Exp(0.4711383);
        var solution = PlainIteration.Solved(flows, n, friction, limit, DeficitRule.Additive, new ExactHatOptions { Tolerance = 1e-18 });

        // Outward resistance^(1-sigma) moves by w^-theta's inverse, inward resistance^(1-sigma) by P; the reference importer's inward resistance is held.
        double Outward(int i) => Math.Pow(solution.WageHat[i], limit);
        double Inward(int j) => Math.Pow(solution.PriceHat[j], -limit);
        foreach (var row in Rows(Path.Combine(folder, "expected_country_results.csv")))
        {
            var i = Array.IndexOf(names, row[0]);
            var gate = Math.Pow(Outward(i) * Inward(reference), 1 / (sigma - 1));
            var index = Math.Pow(Inward(i) / Inward(reference), 1 / (1 - sigma));
            gate.ShouldBe(1 + Number(row[1]) / 100, 1e-8);
            index.ShouldBe(1 + Number(row[3]) / 100, 1e-8);
            (gate / index).ShouldBe(1 + Number(row[4]) / 100, 1e-8);
        }

        // The published flows follow with outputs and expenditures moved by the gate prices, up to one factor of world output.
        var newFlows = new double[n * n];
        solution.Flows(newFlows);
        double Moved(int place) => newFlows[place] * Math.Pow(Outward(place / n) * Outward(place % n), 1 / (sigma - 1));
        var factor = expected[0] / Moved(0);
        for (var place = 0; place < flows.Length; place++) (factor * Moved(place) / expected[place]).ShouldBe(1, 1e-6);
    }

    private static double[] Decoupling(string[] names)
    {
        var n = names.Length;
        var friction = PlainIteration.Ones(n);
        var russia = Array.IndexOf(names, "RUS");
        foreach (var name in Coalition)
        {
            var i = Array.IndexOf(names, name);
            i.ShouldBeGreaterThanOrEqualTo(0);
            friction[i * n + russia] = friction[russia * n + i] = Math.Exp(-20);
        }

        return friction;
    }

    private static (string[] Names, double[] Flows) World2014()
    {
        using var file = File.OpenRead(Shared.Path("data/trade/wiod_bilateral_2000_2014.csv.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Replace("\"", "", StringComparison.Ordinal).Split(',')).Where(row => row[4] == "2014").ToArray();
        var names = rows.Select(row => row[0]).Distinct().Order(StringComparer.Ordinal).ToArray();
        var flows = new double[names.Length * names.Length];
        foreach (var row in rows) flows[Array.IndexOf(names, row[0]) * names.Length + Array.IndexOf(names, row[1])] = Number(row[5]);
        return (names, flows);
    }

    private static List<string[]> Rows(string path) => [.. File.ReadLines(path).Skip(1).Select(line => line.Split(','))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
