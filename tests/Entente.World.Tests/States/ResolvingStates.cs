namespace Entente.Tests.States;

public class ResolvingStates
{
    [Theory]
    [InlineData("365")]
    [InlineData("RUS")]
    [InlineData("rus")]
    [InlineData("RU")]
    [InlineData("M49:643")]
    [InlineData("m49: 643")]
    [InlineData("ISO3:RUS")]
    [InlineData("iso:ru")]
    [InlineData("COW:RUS")]
    [InlineData("cow:365")]
    [InlineData("GW:365")]
    [InlineData("Russia")]
    [InlineData("  russia ")]
    [InlineData("Russian Federation")]
    [InlineData("the Russian Federation")]
    [InlineData("Russian Federation (the)")]
    [InlineData("USSR")]
    [InlineData("U.S.S.R.")]
    [InlineData("Soviet Union")]
    [InlineData("Union of Soviet Socialist Republics")]
    [InlineData("SUN")]
    [InlineData("SU")]
    [InlineData("M49:810")]
    [InlineData("Russie, Fédération de")]
    public void Russia_is_found_by_every_code_and_name(string text) => RealStates.Only(text).Id.ShouldBe(365);

    [Theory]
    [InlineData("UKG", 200)]
    [InlineData("GMY", 255)]
    [InlineData("GBR", 200)]
    [InlineData("UK", 200)]
    [InlineData("U.K.", 200)]
    [InlineData("Great Britain", 200)]
    [InlineData("U.S.", 2)]
    [InlineData("US", 2)]
    [InlineData("USA", 2)]
    [InlineData("the United States of America", 2)]
    [InlineData("South Korea", 732)]
    [InlineData("Korea, South", 732)]
    [InlineData("Korea, Rep.", 732)]
    [InlineData("Republic of Korea", 732)]
    [InlineData("DPRK", 731)]
    [InlineData("Korea, Dem. People's Rep.", 731)]
    [InlineData("Democratic People’s Republic of Korea", 731)]
    [InlineData("Ivory Coast", 437)]
    [InlineData("Côte d'Ivoire", 437)]
    [InlineData("COTE D’IVOIRE", 437)]
    [InlineData("Cote d' Ivoire", 437)]
    [InlineData("Türkiye", 640)]
    [InlineData("Turkiye", 640)]
    [InlineData("Turkey", 640)]
    [InlineData("TÜRKİYE", 640)]
    [InlineData("Czechia", 316)]
    [InlineData("Czech Republic", 316)]
    [InlineData("Burma", 775)]
    [InlineData("Viet Nam", 816)]
    [InlineData("Swaziland", 572)]
    [InlineData("eSwatini", 572)]
    [InlineData("Macedonia", 343)]
    [InlineData("Holland", 210)]
    [InlineData("PRC", 710)]
    [InlineData("Taiwan", 713)]
    [InlineData("Chinese Taipei", 713)]
    [InlineData("Hong Kong SAR", -344)]
    [InlineData("Hong Kong SAR, China", -344)]
    [InlineData("M49:344", -344)]
    [InlineData("-344", -344)]
    [InlineData("Egypt, Arab Rep.", 651)]
    [InlineData("Venezuela, RB", 101)]
    [InlineData("Iran, Islamic Rep.", 630)]
    [InlineData("Yemen, Rep.", 679)]
    [InlineData("Gambia, The", 420)]
    [InlineData("Bahamas, The", 31)]
    [InlineData("St. Kitts and Nevis", 60)]
    [InlineData("Saint-Christophe-et-Nevis", 60)]
    [InlineData("São Tomé & Príncipe", 403)]
    [InlineData("Guinea", 438)]
    [InlineData("Guinea-Bissau", 404)]
    [InlineData("Guinea Bissau", 404)]
    [InlineData("Equatorial Guinea", 411)]
    [InlineData("Papua New Guinea", 910)]
    [InlineData("Niger", 436)]
    [InlineData("Nigeria", 475)]
    [InlineData("Dominica", 54)]
    [InlineData("Dominican Republic", 42)]
    [InlineData("Samoa", 990)]
    [InlineData("American Samoa", -16)]
    [InlineData("Kosovo", 347)]
    [InlineData("XKX", 347)]
    [InlineData("XK", 347)]
    [InlineData("Palestine", -275)]
    [InlineData("West Bank and Gaza", -275)]
    [InlineData("European Union", -97)]
    [InlineData("EUE", -97)]
    [InlineData("Holy See", -336)]
    [InlineData("Vatican", -336)]
    [InlineData("DR Congo", 490)]
    [InlineData("Congo, Dem. Rep.", 490)]
    [InlineData("Zaire", 490)]
    [InlineData("Congo, Rep.", 484)]
    [InlineData("Congo-Brazzaville", 484)]
    [InlineData("Soudan", 625)]
    [InlineData("LA", 812)]
    [InlineData("ET", 530)]
    [InlineData("DE", 255)]
    [InlineData("NO", 385)]
    [InlineData("ISRAEL", 666)]
    [InlineData("İSRAEL", 666)]
    [InlineData("ısrael", 666)]
    [InlineData("Israël", 666)]
    public void Names_of_many_publishers_are_found(string text, int id) => RealStates.Only(text).Id.ShouldBe(id);

    [Theory]
    [InlineData("Germany", 1935, 255)]
    [InlineData("Germany", 1945, 255)]
    [InlineData("Germany", 1955, 260)]
    [InlineData("Germany", 1989, 260)]
    [InlineData("Germany", 1990, 255)]
    [InlineData("Germany", 1995, 255)]
    [InlineData("Germany", null, 255)]
    [InlineData("DEU", 1975, 260)]
    [InlineData("DEU", 2020, 255)]
    [InlineData("Federal Republic of Germany", 1975, 260)]
    [InlineData("Federal Republic of Germany", null, 255)]
    [InlineData("West Germany", null, 260)]
    [InlineData("East Germany", 1955, 265)]
    [InlineData("GDR", 1990, 265)]
    [InlineData("DDR", null, 265)]
    [InlineData("Yemen", 1950, 678)]
    [InlineData("Yemen", 1990, 679)]
    [InlineData("Yemen", null, 679)]
    [InlineData("YEM", 1980, 678)]
    [InlineData("YEM", 2000, 679)]
    [InlineData("South Yemen", 1980, 680)]
    [InlineData("Vietnam", null, 816)]
    [InlineData("Vietnam", 1980, 816)]
    [InlineData("North Vietnam", 1965, 816)]
    [InlineData("South Vietnam", 1965, 817)]
    [InlineData("Korea", 1890, 730)]
    [InlineData("KOR", 1890, 730)]
    [InlineData("KOR", 1960, 732)]
    [InlineData("KOR", null, 732)]
    [InlineData("Yugoslavia", 1970, 345)]
    [InlineData("Yugoslavia", 2020, 345)]
    [InlineData("Serbia", 1950, 345)]
    [InlineData("YUG", null, 345)]
    [InlineData("SCG", 2004, 345)]
    [InlineData("Czechoslovakia", null, 315)]
    [InlineData("CZE", 1960, 315)]
    [InlineData("CZE", 2000, 316)]
    [InlineData("Sudan", 1990, 625)]
    [InlineData("Sudan", 2020, 625)]
    [InlineData("Ethiopia", 1990, 530)]
    [InlineData("Ethiopia", 2000, 530)]
    [InlineData("China", 1965, 710)]
    [InlineData("Republic of China", 1965, 713)]
    [InlineData("AUS", null, 900)]
    [InlineData("COW:AUS", null, 305)]
    [InlineData("SWZ", null, 572)]
    [InlineData("MNG", 2010, 712)]
    [InlineData("United Arab Republic", 1960, 651)]
    [InlineData("Prussia", 1860, 255)]
    public void The_year_decides_between_states_of_one_name(string text, int? year, int id) => RealStates.Only(text, year).Id.ShouldBe(id);

    [Theory]
    [InlineData("Korea", null, new[] { "North Korea (PRK, 731)", "South Korea (KOR, 732)" })]
    [InlineData("Korea", 1960, new[] { "North Korea (PRK, 731)", "South Korea (KOR, 732)", "1960" })]
    [InlineData("Congo", null, new[] { "Congo-Brazzaville (COG, 484)", "DR Congo (COD, 490)" })]
    [InlineData("Congo", 1995, new[] { "Congo-Brazzaville (COG, 484)", "DR Congo (COD, 490)" })]
    [InlineData("Vietnam", 1965, new[] { "Vietnam (VNM, 816)", "South Vietnam (RVN, 817)" })]
    [InlineData("Yemen", 1980, new[] { "North Yemen (YAR, 678)", "South Yemen (YMD, 680)" })]
    public void Between_two_states_nothing_is_guessed(string text, int? year, string[] parts)
    {
        var message = RealStates.Refusal(text, year);
        foreach (var part in parts) message.ShouldContain(part);
        message.ShouldContain("can mean");
        RealStates.System.Find(text, year).ShouldBeNull();
    }

    [Theory]
    [InlineData("Rusia", "There is no state 'Rusia'. Did you mean Russia (RUS, 365)?")]
    [InlineData("Rusisa", "There is no state 'Rusisa'. Did you mean Russia (RUS, 365)?")]
    [InlineData("Chnia", "There is no state 'Chnia'. Did you mean China (CHN, 710)?")]
    [InlineData("Untied States", "There is no state 'Untied States'. Did you mean United States (USA, 2)?")]
    [InlineData("Kazakstan", "There is no state 'Kazakstan'. Did you mean Kazakhstan (KAZ, 705)?")]
    public void A_misspelling_is_answered_with_what_may_be_meant(string text, string message) => RealStates.Refusal(text).ShouldBe(message);

    [Fact]
    public void At_most_three_near_misses_are_named()
    {
        RealStates.Refusal("XUS").Split(" or ").Length.ShouldBeLessThanOrEqualTo(3);
        RealStates.Refusal("XUS").Count(c => c == '(').ShouldBeLessThanOrEqualTo(3);
    }

    [Theory]
    [InlineData("Atlantis-on-the-Sea")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("The")]
    [InlineData("999")]
    [InlineData("M49:999")]
    [InlineData("M49:RUS")]
    [InlineData("ISO3:R")]
    public void What_is_near_nothing_is_answered_with_what_can_be_written(string text) => RealStates.Refusal(text).ShouldContain("write a name, an ISO code");

    [Fact]
    public void A_long_or_dirty_text_stays_one_sentence()
    {
        var message = RealStates.Refusal(new string('x', 500_000) + "\n\u001b[31m");
        message.Length.ShouldBeLessThan(300);
        RealStates.Refusal("a\nb\u0007").ShouldNotContain('\n');
    }

    [Fact]
    public void A_state_that_is_gone_is_answered_with_its_dates_and_its_successors() =>
        RealStates.Refusal("Czechoslovakia", 2000).ShouldBe(
            "There was no state 'Czechoslovakia' in 2000: Czechoslovakia (CSK, 315) is counted as a state from 1918 to 1939 and from 1945 to 1992 and is followed by Czechia (CZE, 316) and Slovakia (SVK, 317).");

    [Fact]
    public void A_state_to_come_is_answered_with_its_dates_and_its_predecessor() =>
        RealStates.Refusal("Ukraine", 1975).ShouldBe(
            "There was no state 'Ukraine' in 1975: Ukraine (UKR, 369) is counted as a state since 1991 and follows Russia (RUS, 365).");

    [Fact]
    public void A_name_that_skips_a_year_is_answered_with_all_its_states()
    {
        var message = RealStates.Refusal("Germany", 1950);
        message.ShouldContain("Germany (DEU, 255) is counted as a state from 1816 to 1945 and since 1990");
        message.ShouldContain("West Germany (GFR, 260) is counted as a state from 1955 to 1990");
    }

    [Theory]
    [InlineData("South Sudan", 2005, 2011)]
    [InlineData("Eritrea", 1985, 1993)]
    [InlineData("East Germany", 2000, 1990)]
    [InlineData("South Vietnam", 1980, 1975)]
    [InlineData("SRB", 1850, 1878)]
    public void No_state_is_found_outside_its_years(string text, int year, int named)
    {
        RealStates.Refusal(text, year).ShouldContain($"{named}");
        RealStates.System.Find(text, year).ShouldBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void A_year_out_of_the_calendar_is_refused_in_words(int year) => RealStates.Refusal("France", year).ShouldContain("since 1944");
}
