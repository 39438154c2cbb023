using System.Globalization;
using Entente.Models.Trade.Estimation;
using Entente.Numerics.Regression;
using Entente.World;

namespace Entente.Models.Tests.Trade.Estimation;

public sealed class EstimationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entente-estimation-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private const string Table = """
        exporter,importer,year,trade,dist,sanctioned,w
        A,B,2010,10,2,0,1
        A,C,2010,3,5,0,1
        B,A,2010,8,2,0,1
        B,C,2010,6,3,0,2
        C,A,2010,2,5,0,1
        C,B,2010,4,3,0,1
        A,B,2011,12,2,1,1
        A,C,2011,2,5,1,1
        B,A,2011,9,2,0,1
        B,C,2011,,3,0,1
        C,A,2011,1,5,0,1
        C,B,2011,7,3,1,1
        A,B,2012,11,2,1,1
        A,C,2012,2,5,0,1
        B,A,2012,7,2,1,1
        B,C,2012,0,3,0,1
        C,A,2012,3,0,0,1
        C,B,2012,5,3,1,1
        """;

    private EstimationSpecification Read(string yaml, string? table = null)
    {
        File.WriteAllText(Path.Combine(_folder, "t.csv"), table ?? Table);
        var path = Path.Combine(_folder, "spec.yaml");
        File.WriteAllText(path, yaml);
        return EstimationFile.Read(path);
    }

    private RegressionEstimate Only(string yaml, string? table = null) => SpecifiedRegression.Estimate(Read(yaml, table)).ShouldHaveSingleItem().Estimate;

    [Fact]
    public void A_specification_is_the_regression_it_describes()
    {
        var estimate = Only("""
            data: t.csv
            where: year < 2012
            outcome: trade
            regressors: [ln_dist = ln(dist), sanctioned]
            effects: [exporter, year]
            weights: w
            errors: [hc1, "cluster(exporter^importer)", dyadic(exporter, importer)]
            convention: none
            """);
        var rows = Table.Split('\n').Skip(1).Select(line => line.Trim().Split(',')).Where(row => row[2] != "2012").ToArray();
        double[] Column(int c, Func<double, double>? map = null) => [.. rows.Select(row => row[c].Length == 0 ? double.NaN : (map ?? (x => x))(double.Parse(row[c], CultureInfo.InvariantCulture)))];
        int[] Letter(int c) => [.. rows.Select(row => row[c][0] - 'A')];
        var expected = RegressionModel.Estimate(
            new RegressionData("trade", Column(3), [new("ln_dist", Column(4, Math.Log)), new("sanctioned", Column(5))], [new("exporter", Letter(0)), new("year", Column(2).Select(y => (int)y).ToArray())])
            {
                Weights = Column(6),
            },
            RegressionFamily.Poisson,
            new RegressionOptions
            {
                SmallSample = SmallSample.None,
                Covariances =
                [
                    CovarianceKind.Robust(LeverageAdjustment.Hc1), CovarianceKind.Clustered(new ClusterDimension("pair", Letter(0).Zip(Letter(1), (a, b) => (a * 3) + b).ToArray())),
                    CovarianceKind.Dyadic(Letter(0), Letter(1)),
                ],
            });
        estimate.Names.ShouldBe(["ln_dist", "sanctioned"]);
        for (var k = 0; k < 2; k++) estimate.Coefficients[k].ShouldBe(expected.Coefficients[k], 1e-10);
        for (var c = 0; c < 3; c++) estimate.Covariances[c].StandardErrors[0].ShouldBe(expected.Covariances[c].StandardErrors[0], 1e-9);
        estimate.Sample.Missing.ShouldBe(1);
    }

    [Fact]
    public void A_logarithm_of_zero_is_missing_in_its_row_and_counted()
    {
        Only("data: t.csv\noutcome: trade\nregressors: [ln(dist)]").Sample.Missing.ShouldBe(2);
    }

    [Fact]
    public void Levels_of_a_factor_have_coefficients_but_the_reference()
    {
        var estimate = Only("data: t.csv\noutcome: trade\nregressors: [\"i(year, sanctioned, 2010)\", i(exporter)]\nfamily: linear");
        estimate.Names.ShouldBe(["year=2011:sanctioned", "year=2012:sanctioned", "exporter=B", "exporter=C", "(constant)"]);
    }

    [Fact]
    public void Models_take_what_they_do_not_say_from_above()
    {
        var specification = Read("""
            title: Two
            data: t.csv
            outcome: trade
            regressors: [dist]
            family: poisson
            models:
              - name: first
              - name: second
                family: linear
                effects: ["exporter^year[[dist]]", "importer[dist]"]
            """);
        specification.Models.Select(model => model.Family).ShouldBe([RegressionFamily.Poisson, RegressionFamily.Linear]);
        specification.Models[1].Regressors.ShouldHaveSingleItem().Value!.Name.ShouldBe("dist");
        specification.Models[1].Effects.Select(effect => (effect.Name, effect.Slope, effect.Constant)).ShouldBe([("exporter^year", "dist", false), ("importer", "dist", true)]);
    }

    [Fact]
    public void A_missing_exporter_leaves_its_row_out()
    {
        Only("data: t.csv\noutcome: trade\nregressors: [dist]\neffects: [exporter]", Table.Replace("A,B,2010", ",B,2010", StringComparison.Ordinal)).Sample.Missing.ShouldBe(2);
    }

    [Theory]
    [InlineData("data: t.csv\noutcome: trade\nregresors: [dist]", "line 3, column 1: unknown key 'regresors'. Did you mean 'regressors'?")]
    [InlineData("data: t.csv\noutcome: trade\nfamily: probit", "line 3, column 9: 'family' is 'probit'.")]
    [InlineData("data: t.csv\nregressors: [dist]", "the key 'outcome' is missing. Add it: the column to be explained.")]
    [InlineData("data: t.csv\noutcome: trade\nerrors: [clusters(year)]", "the standard errors 'clusters(year)' are not understood.")]
    [InlineData("data: t.csv\noutcome: trade\neffects: [\"exporter^[x]\"]", "the effect 'exporter^[x]' is not understood.")]
    [InlineData("data: t.csv\noutcome: trade\ntolerance: 2", "'tolerance' is '2': it must be a number between 0 and 1")]
    [InlineData("data: t.csv\noutcome: trade\nregressors: [\"i(year, dist, 2010, 2)\"]", "has 4 parts: write i(factor)")]
    [InlineData("data: gone.csv\noutcome: trade", "There is no file ")]
    [InlineData("data: t.xlsx\noutcome: trade", "There is no file ")]
    [InlineData("data: t.csv\noutcome: trad", "outcome 'trad': ")]
    [InlineData("data: t.csv\noutcome: trade\nregressors: [log(dist)]", "log() is natural in some programs and to base ten in others; write ln() or log10().")]
    [InlineData("data: t.csv\noutcome: trade\nregressors: [dist, dist]", "The regressor dist is given twice")]
    [InlineData("data: t.csv\noutcome: trade\nwhere: year > 2020", "None of the 18 rows")]
    [InlineData("data: t.csv\noutcome: trade - 3", "trade - 3 is -1 in row 5 of ")]
    [InlineData("data: t.csv\noutcome: trade\nregressors: [\"i(year, dist, 1999)\"]", "there is no level '1999' to leave out; the levels are 2010, 2011, 2012.")]
    [InlineData("data: t.csv\noutcome: trade\nregressors: [\"(select count(*) from read_csv('t.csv'))\"]", "cannot be computed from")]
    public void What_is_wrong_is_told_in_one_sentence(string yaml, string part)
    {
        var error = Should.Throw<InvalidInputException>(() => SpecifiedRegression.Estimate(Read(yaml)));
        error.Message.ShouldContain(part);
        error.Message.ShouldNotContain("\n");
    }

    [Fact]
    public void A_design_without_an_answer_is_told_as_such()
    {
        Should.Throw<NoAnswerException>(() => SpecifiedRegression.Estimate(Read("data: t.csv\noutcome: zero = 0 * trade\nregressors: [dist]")))
            .Message.ShouldBe("spec: zero is zero in every row that is left: there is nothing to estimate.");
    }
}
