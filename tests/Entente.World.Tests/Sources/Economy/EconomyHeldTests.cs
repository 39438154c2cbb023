using Entente.Tests;
using Entente.World.Sources.Csv;
using Entente.World.Sources.Economy;
using Entente.World.Tables;

namespace Entente.World.Tests.Sources.Economy;

public sealed class EconomyHeldTests
{
    [Fact]
    public void Only_groups_of_states_and_the_channel_islands_are_passed_over()
    {
        var results = WorldBankSource.Read(Shared.Path("data/economy"), RealStates.All);
        results.Select(result => result.Source).ShouldBe(["worldbank-gdp", "worldbank-population", "worldbank-gdp-constant"]);
        foreach (var result in results)
        {
            result.Notes.Select(note => note.Reason).Distinct().ShouldBeSubsetOf([IndicatorRows.Aggregate, StateLookup.UnknownCode]);
            result.Notes.Where(note => note.Reason == StateLookup.UnknownCode).Select(note => note.Value).Distinct().ShouldBeSubsetOf(["CHI"]);
        }

        var (gdp, population, constant) = (results[0], results[1], results[2]);
        (gdp.Table(StoreSchema.Indicators).Rows.Count + gdp.Notes.Length).ShouldBe(13_979);
        (population.Table(StoreSchema.Indicators).Rows.Count + population.Notes.Length).ShouldBe(17_195);
        constant.Notes.ShouldBeEmpty();
        constant.Table(StoreSchema.Indicators).Rows.Count.ShouldBeInRange(4_000, 4_620);
    }

    [Fact]
    public void Members_of_the_world_add_up_to_the_world()
    {
        var population = WorldBankSource.ReadLong(Shared.Path("data/economy/population.csv"), WorldBankSource.Population, RealStates.All).Table(StoreSchema.Indicators);
        population.Rows.Where(row => (int)row[2]! == 2020).Sum(row => (double)row[3]!).ShouldBe(7.8e9, .1e9);
        ((double)population.Rows.Single(row => (int)row[1]! == RealStates.Id("RUS") && (int)row[2]! == 2020)[3]!).ShouldBe(144e6, 2e6);
    }

    [Fact]
    public void No_code_of_a_group_is_the_code_of_a_state() =>
        RealStates.All.All.Where(state => state.Iso3 is not null && WorldBankCodes.IsAggregate(state.Iso3)).ShouldBeEmpty();
}
