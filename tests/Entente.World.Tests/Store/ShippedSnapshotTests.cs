using Entente.Tests;
using Entente.World.Store;
using Entente.World.Votes;

namespace Entente.World.Tests.Store;

/// <summary>Known figures, recomputed from the snapshot in data/snapshot.</summary>
public sealed class ShippedSnapshotTests : IDisposable
{
    private const int Usa = 2;
    private const int Russia = 365;
    private const int China = 710;

    private static readonly string Snapshot = Path.Combine(Shared.Repository, "data", "snapshot");
    private readonly WorldEdition _world = WorldEdition.Open(Snapshot);

    public void Dispose() => _world.Dispose();

    [Fact]
    public void It_passes_every_check_and_stays_small()
    {
        var verified = StoreVerification.Verify(Snapshot);
        verified.Checks.Where(check => check.Outcome == CheckOutcome.Failed).ShouldBeEmpty();
        verified.Checks.Single(check => check.Subject == "A/RES/ES-11/7 = 93-18-65").Outcome.ShouldBe(CheckOutcome.Passed);
        verified.Checks.Single(check => check.Subject == "bridges").Detail.ShouldStartWith("947 of 955");
        verified.Checks.Single(check => check.Subject == "trade_reported by month and year").Outcome.ShouldBe(CheckOutcome.Passed);
        _world.Manifest.Bytes.ShouldBeLessThan(15_000_000);
        _world.Manifest.Tables.SelectMany(table => table.Files).ShouldAllBe(file => file.Bytes <= 3_500_000);
    }

    [Fact]
    public void Its_catalog_is_the_projects_with_the_hash_of_every_input()
    {
        File.ReadAllText(Path.Combine(Snapshot, "catalog.yaml")).ShouldBe(File.ReadAllText(Path.Combine(Shared.Repository, "data", "catalog.yaml")));

        // A source without a table of the store, such as the outlines of maps, is no input of a build.
        var stored = _world.Catalog.Sources.Where(source => !source.Tables.IsEmpty).ToList();
        foreach (var source in stored) source.Files.ShouldNotBeEmpty(source.Key);
        _world.Catalog.Sources.Except(stored).Select(source => source.Key).ShouldBe(["natural-earth"]);
        _world.Manifest.Sources.Select(source => source.Key).ShouldBe(stored.Select(source => source.Key));
    }

    [Fact]
    public void It_holds_all_roll_calls_and_votes()
    {
        _world.Votes.RollCalls.Length.ShouldBe(6324);
        _world.Votes.Members.Sum(member => _world.Votes.Of(member).ToArray().LongCount(vote => vote != RollCallVotes.Absent)).ShouldBe(889_274);
        _world.Votes.RollCalls.Count(rollCall => rollCall.Date.Year == 2024).ShouldBe(6);
        _world.Votes.RollCalls[^1].Date.ShouldBe(new DateOnly(2025, 12, 18));
    }

    [Theory]
    [InlineData(Russia, China, 2025, 192, .781, .862)]
    [InlineData(Usa, Russia, 2025, 192, .130, .190)]
    [InlineData(Usa, Russia, 1985, null, .113, .258)]
    public void Vote_agreement_is_as_published(int a, int b, int year, int? common, double identical, double halfCredit)
    {
        var votesOfA = _world.Votes.Of(a);
        var votesOfB = _world.Votes.Of(b);
        var (both, same, credit) = (0, 0, 0.0);
        for (var i = 0; i < votesOfA.Length; i++)
        {
            if (_world.Votes.RollCalls[i].Date.Year != year || votesOfA[i] == RollCallVotes.Absent || votesOfB[i] == RollCallVotes.Absent) continue;
            both++;
            if (votesOfA[i] == votesOfB[i]) same++;
            credit += 1 - (Math.Abs(votesOfA[i] - votesOfB[i]) / 2.0);
        }

        if (common is not null) both.ShouldBe(common.Value);
        (same / (double)both).ShouldBe(identical, .0005);
        (credit / both).ShouldBe(halfCredit, .0005);
    }

    [Fact]
    public void The_eighteen_votes_against_ES_11_7_are_those_on_record()
    {
        var number = _world.Votes.RollCalls.Single(rollCall => rollCall.Symbol == "A/RES/ES-11/7").Number;
        var column = Enumerable.Range(0, _world.Votes.RollCalls.Length).Single(i => _world.Votes.RollCalls[i].Number == number);
        var against = _world.Votes.Members.Where(member => _world.Votes.Of(member)[column] == RollCallVotes.No).Select(member => _world.States[member].Iso3);
        against.Order(StringComparer.Ordinal).ShouldBe("BDI BFA BLR CAF ERI GNQ HTI HUN ISR MHL MLI NER NIC PLW PRK RUS SDN USA".Split(' '));
    }

    [Fact]
    public void The_EU28_took_half_of_Russias_exports_in_2013()
    {
        var trade = _world.Trade(2013);
        var members = _world.Blocs.Find("EU28")!.MembersIn(2013);
        members.Length.ShouldBe(28);
        (members.Sum(member => trade.Value(Russia, member)) / trade.Economies.Sum(economy => trade.Value(Russia, economy))).ShouldBe(.514, .0005);
        (members.Sum(member => trade.Value(member, Russia)) / trade.Economies.Sum(economy => trade.Value(economy, Russia))).ShouldBe(.480, .0005);
    }

    [Fact]
    public void Chinas_share_of_Russias_imports_in_2023_depends_on_the_denominator()
    {
        var trade = _world.Trade(2023);
        var fromChina = trade.Value(China, Russia);
        var reported = trade.Economies.Select(economy => trade.Value(economy, Russia)).Where(value => !double.IsNaN(value)).Sum();
        var filled = trade.Economies.Sum(economy => trade.Filled(economy, Russia));
        var official = _world.OfficialTotals.Single(total => total is { Year: 2023, StateId: Russia, Flow: "import" }).Value;
        official.ShouldBe(285.1e6, 1e5);
        (fromChina / reported).ShouldBe(.544, .0005);
        (fromChina / filled).ShouldBe(.459, .0005);
        (fromChina / official).ShouldBe(.386, .0005);
        trade.LastYear.ShouldBe(2020);
    }

    [Fact]
    public void Reported_trade_is_handed_out_with_its_side_and_what_is_unfinished()
    {
        _world.MonthlyExports.Select(row => (row.Year, row.Month)).Max().ShouldBe((2024, 8));
        _world.MonthlyExports.Select(row => row.Importer).Distinct().Count().ShouldBe(6);
        _world.ReportedTrade.Where(flow => !flow.IsComplete).Select(flow => (flow.Year, flow.Importer)).Distinct().ShouldBe([(2023, _world.States.FindIso3("ARM")!.Id)]);
        _world.ReportedTrade.Single(flow => flow is { Year: 2021, By: World.Trade.ReportedBy.Exporter, Importer: Russia }).Euros.ShouldBe(89.169e9, 1e6);
    }

    [Fact]
    public void Every_subject_has_figures_of_the_states_that_matter()
    {
        _world.TradeYears.ShouldBe([.. Enumerable.Range(2000, 21), 2023]);
        _world.ExpenditureYears.ShouldBe([2000, 2005, 2010, 2014]);
        _world.LastCapabilityYear.ShouldBe(2022);
        _world.Cinc(China, 2022)!.Value.ShouldBe(.234, .001);
        _world.Cinc(Usa, 2022)!.Value.ShouldBe(.124, .001);
        _world.Contiguity(Russia, China, 2025).ShouldBe(1);
        _world.Contiguity(Russia, Usa, 1958).ShouldBeNull();
        _world.DistanceKm(Russia, China, 2024).ShouldBe(0);
        _world.LatestIndicator("gdp_current_usd", China, 2030)!.Value.Value.ShouldBeGreaterThan(1e13);
        _world.LatestIndicator("gdp_constant_2015_usd", 850, 2030)!.Value.Year.ShouldBe(2021); // Indonesia is a state, not a group of states
        _world.Alliances.ShouldContain(spell => spell.A == Russia && spell.B == 731 && spell.Defense && spell.ToYear >= 2024);
        _world.Disputes.ShouldContain(decade => decade.A == Russia && decade.B == China);
        _world.Prices("henry_hub_usd_mmbtu")[0].Month.ShouldBe("1997-01");
        _world.RussianRegions.Count(region => region.Occupied).ShouldBe(4);
        _world.UsLngExports.ShouldNotBeEmpty();
        _world.EuGasImports.ShouldNotBeEmpty();
        _world.Opinion.ShouldContain(figure => figure.Respondents == Russia && figure.About == Usa);
        _world.ArmsShares.ShouldContain(share => share.Recipient == 750 && share.Supplier == Russia);
        _world.Holdings(Russia).Length.ShouldBeGreaterThan(15);
    }

    [Fact]
    [Trait("Cultures", "one")] // half a minute; what is written and read back under other cultures has tests of its own
    public void A_build_from_the_same_files_gives_the_same_bytes()
    {
        var from = Shared.Path("data");
        using var folder = new TempFolder();
        SnapshotBuild.Run(from, Path.Combine(Shared.Repository, "data"), folder["store"]);
        SmallWorld.Contents(folder["store"]).ShouldBe(SmallWorld.Contents(Snapshot), "data/snapshot is not what a build gives now: run ./entente data build --from ../shared/data and commit it");
    }

    [Fact]
    public void A_build_that_is_interrupted_while_it_reads_leaves_the_store_as_it_was()
    {
        var from = Shared.Path("data");
        using var folder = new TempFolder();
        var before = SmallWorld.Contents(SmallWorld.Write(folder["store"]));
        using var cancel = new CancellationTokenSource();
        Should.Throw<OperationCanceledException>(() => SnapshotBuild.Run(
            from, Path.Combine(Shared.Repository, "data"), folder["store"], new AtEachStep(step => { if (step.StartsWith("read unsc", StringComparison.Ordinal)) cancel.Cancel(); }), cancel.Token));
        SmallWorld.Contents(folder["store"]).ShouldBe(before);
        Directory.GetFileSystemEntries(folder.Path).ShouldBe([folder["store"]]);
    }

    [Fact]
    public void A_build_from_a_folder_that_lacks_a_file_names_it_before_any_work()
    {
        using var folder = new TempFolder();
        var data = Path.Combine(Shared.Repository, "data");
        Should.Throw<InvalidInputException>(() => SnapshotBuild.Run(folder.Path, data, folder["store"])).Message.ShouldContain("cow_states.csv");
        Should.Throw<InvalidInputException>(() => SnapshotBuild.Run(folder["nowhere"], data, folder["store"])).Message.ShouldContain("nowhere");
        Directory.Exists(folder["store"]).ShouldBeFalse();
    }
}
