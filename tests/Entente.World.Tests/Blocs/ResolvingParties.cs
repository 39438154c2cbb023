using Entente.Tests.States;
using Entente.World;
using Entente.World.Blocs;

namespace Entente.Tests.Blocs;

public class ResolvingParties
{
    [Theory]
    [InlineData("CHN", 2023, "CHN", 1, false)]
    [InlineData("germany", 1975, "GFR", 1, false)]
    [InlineData("EU28", 2013, "EU28", 28, true)]
    [InlineData("EU", 2013, "EU", 28, true)]
    [InlineData("European Union", 2023, "EU", 27, true)]
    [InlineData("five eyes", 2023, "FiveEyes", 5, true)]
    [InlineData("Central Asia", 2023, "CentralAsia", 5, true)]
    [InlineData("HKG", 2023, "HKG", 1, false)]
    [InlineData("Palestine", 2023, "PSE", 1, false)]
    [InlineData("EUE", 2023, "EUE", 1, false)]
    public void A_state_or_a_bloc_is_found(string text, int year, string key, int members, bool isBloc)
    {
        var party = Resolve(text, year);
        (party.Key, party.Members.Length, party.IsBloc).ShouldBe((key, members, isBloc));
        party.ShouldBe(Resolve(text, year));
    }

    [Theory]
    [InlineData("NATOO", "There is no state or bloc 'NATOO'. Did you mean North Atlantic Treaty Organization (NATO)?")]
    [InlineData("Rusia", "There is no state or bloc 'Rusia'. Did you mean Russia (RUS, 365)?")]
    [InlineData("Warsaw Pakt", "There is no state or bloc 'Warsaw Pakt'. Did you mean Warsaw Pact (WarsawPact)?")]
    public void Near_misses_come_from_states_and_blocs(string text, string message) => Refusal(text, 2020).ShouldBe(message);

    [Fact]
    public void Where_nothing_is_near_the_blocs_are_listed() => Refusal("Middle-earth and beyond", 2020).ShouldContain("SCO");

    [Theory]
    [InlineData("EU", 1950, "European Union (EU) had no members at the end of 1950; it has had members since 1958-01-01.")]
    [InlineData("Warsaw Pact", 2000, "Warsaw Pact (WarsawPact) had no members at the end of 2000; it has had members from 1955-05-14 to 1991-07-01.")]
    public void A_bloc_without_members_in_the_year_is_refused(string text, int year, string message) => Refusal(text, year).ShouldBe(message);

    [Fact]
    public void A_state_of_another_time_is_refused_as_the_state_system_does() => Refusal("Ukraine", 1975).ShouldContain("There was no state 'Ukraine' in 1975");

    [Fact]
    public void Two_states_of_one_name_are_refused_as_the_state_system_does() => Refusal("Korea", 1975).ShouldContain("can mean");

    private static Party Resolve(string text, int year) => PartyResolver.Resolve(text, year, RealStates.System, ShippedBlocs.Registry);

    private static string Refusal(string text, int year) => Should.Throw<InvalidInputException>(() => Resolve(text, year)).Message;
}
