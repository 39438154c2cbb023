using System.CommandLine;
using Entente.Models.Trade.Conduits;
using Entente.World;

namespace Entente.Cli.Verbs.Trade;

/// <summary>The arguments and options of <c>depend</c>.</summary>
internal sealed class DependOptions
{
    public Argument<string> Party { get; } = Arguments.Text("A", "the state or bloc that depends");

    public Option<string?> On { get; } = Arguments.Text("--on", "B", "the state or bloc it depends on");

    public Option<int?> Year { get; } = Arguments.Year("--year", "calendar year (default: the newest year with trade)");

    public Option<int?> Since { get; } = Arguments.Year("--since", "first year of a series over time");

    public Option<int?> Until { get; } = Arguments.Year("--until", "last year of the series (default: the newest year with trade)");

    public Option<bool> Indirect { get; } = new("--indirect") { Description = "also what comes from B through third states" };

    public Option<bool> Conduits { get; } = new("--conduits") { Description = "the third states through which trade passes around sanctions on A, chosen by the method" };

    public Option<bool> Mirror { get; } = new("--mirror") { Description = "what the EU says it sells to A against what A says it buys" };

    public Option<string?> Against { get; } = Arguments.Text("--against", "BLOC", "the sanctioning bloc (default: Sanctions2022 for Russia and Belarus)");

    public Option<int?> AgainstSince { get; } = Arguments.Year("--against-since", "first year of the sanctions (default: 2022)");

    public Option<string?> Out { get; } = Arguments.Text("--out", "FILE", "also write the chart of the series: FILE.svg");

    public Option<string?> Csv { get; } = Arguments.Text("--csv", "FILE", "also write the series as a table: FILE.csv");

    /// <summary>Adds all of them to the verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Add(Party);
        foreach (var option in new Option[] { On, Year, Since, Until, Indirect, Conduits, Mirror, Against, AgainstSince, Out, Csv }) verb.Add(option);
    }

    /// <summary>Whether a series is asked for rather than one year.</summary>
    public bool IsSeries(Session session) =>
        (session.Get(Since) ?? session.Get(Until)) is not null || session.Get(Indirect) || session.Get(Out) is not null || session.Get(Csv) is not null;

    /// <summary>How conduits are looked for.</summary>
    public ConduitOptions Search(Session session)
    {
        var defaults = new ConduitOptions();
        return defaults with { Coalition = session.Get(Against), Since = session.Get(AgainstSince) ?? defaults.Since, Year = session.Get(Year) };
    }

    /// <summary>Refuses options that do not go together.</summary>
    /// <exception cref="InvalidInputException">Two of them contradict each other, or one is missing.</exception>
    public void Check(Session session)
    {
        var (conduits, mirror) = (session.Get(Conduits), session.Get(Mirror));
        if (conduits && mirror) throw new InvalidInputException("--conduits and --mirror are two answers; ask for one at a time.");
        if (conduits || mirror)
        {
            var name = conduits ? "--conduits" : "--mirror";
            if (session.Get(On) is not null) throw new InvalidInputException($"{name} is about A and all its partners; leave out --on, or ask with --on and --indirect.");
            if ((session.Get(Since) ?? session.Get(Until)) is not null || session.Get(Indirect) || session.Get(Out) is not null || session.Get(Csv) is not null) throw new InvalidInputException($"--since, --until, --indirect, --out and --csv belong to a series with --on; leave them out with {name}.");
            if (mirror && (session.Get(Year) is not null || session.Get(Against) is not null || session.Get(AgainstSince) is not null)) throw new InvalidInputException("--mirror shows every month and year held; leave out --year, --against and --against-since.");
            return;
        }

        if (session.Get(On) is null) throw new InvalidInputException($"depend needs --on B, the state or bloc that {session.Get(Party)} depends on; for example 'entente depend RUS --on CHN'. Without a partner there are --conduits and --mirror.");
        if (session.Get(Year) is not null && (session.Get(Since) ?? session.Get(Until)) is not null) throw new InvalidInputException("--year asks for one year and --since and --until for a span; use one or the other.");
        if (!session.Get(Indirect) && (session.Get(Against) is not null || session.Get(AgainstSince) is not null)) throw new InvalidInputException("--against and --against-since say against whom conduits stand; they need --indirect or --conduits.");
        if (session.Get(Out) is { } chart) SvgFile.Check(chart);
        if (session.Get(Csv) is not { } table) return;
        if (!table.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) throw new InvalidInputException($"--csv {table}: the series is written as CSV; end the name in .csv.");
        OutputFile.Check(table);
    }
}
