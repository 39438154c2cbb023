using System.Globalization;
using Entente.World.Tables;

namespace Entente.World.Store;

/// <summary>Checks of what the tables say, for those whose files are intact.</summary>
internal sealed class ContentChecks(StoreReader store, HashSet<string> readable)
{
    // The vote of 24 February 2025, counted by hand on the record of the meeting.
    private const string FactSymbol = "A/RES/ES-11/7";
    private const string FactCount = "93-18-65";

    public IEnumerable<StoreCheck> All()
    {
        foreach (var schema in StoreSchema.All.Where(Can)) yield return RowsAndKeys(schema);
        if (Can(StoreSchema.States)) yield return StateReferences();
        if (Can(StoreSchema.Blocs) && Can(StoreSchema.BlocMemberships)) yield return Orphans(StoreSchema.BlocMemberships, "bloc", StoreSchema.Blocs, "key", CheckOutcome.Failed);
        if (Can(StoreSchema.RollCalls) && Can(StoreSchema.Votes))
        {
            yield return Orphans(StoreSchema.Votes, "roll_call", StoreSchema.RollCalls, "roll_call", CheckOutcome.Failed);
            yield return Numbering();
            yield return Fact();
            yield return Recount();
        }

        if (Can(StoreSchema.RollCalls) && Can(StoreSchema.Bridges)) yield return Bridges();
        if (Can(StoreSchema.Trade) && Can(StoreSchema.TradeMissing)) yield return MissingPairs();
        if (Can(StoreSchema.TradeReported) && Can(StoreSchema.TradeReportedMonthly) && Can(StoreSchema.BlocMemberships)) yield return MonthsSumToYears();
        if (Can(StoreSchema.TradeReported)) yield return ReporterYearsAreWhole();
        if (Can(StoreSchema.ExpenditureShares)) yield return SharesSumToOne();
        if (Can(StoreSchema.ArmsShares)) yield return SharesUpToOne();
    }

    private bool Can(TableSchema schema) => readable.Contains(schema.Name);

    private StoreCheck RowsAndKeys(TableSchema schema)
    {
        var keys = string.Join(", ", schema.Columns.Take(schema.KeyLength).Select(column => $"\"{column.Name}\""));
        var counts = store.Query($"SELECT (SELECT count(*) FROM {From(schema)}), (SELECT count(*) FROM (SELECT DISTINCT {keys} FROM {From(schema)}))", schema);
        var (rows, distinct, published) = (counts.Longs(0)[0], counts.Longs(1)[0], store.Manifest.Find(schema.Name)!.Rows);
        var subject = $"rows of {schema.Name}";
        if (rows != published) return new StoreCheck(subject, CheckOutcome.Failed, $"{rows} rows where the manifest says {published}");
        return rows == distinct
            ? new StoreCheck(subject, CheckOutcome.Passed, $"{rows} rows, each key once")
            : new StoreCheck(subject, CheckOutcome.Failed, $"{rows - distinct} of {rows} rows repeat a key");
    }

    private StoreCheck StateReferences()
    {
        var references = from schema in StoreSchema.All
                         where Can(schema) && schema != StoreSchema.States
                         from column in schema.Columns
                         where StateColumns.IsState(column)
                         select $"SELECT '{schema.Name}.{column.Name}' AS place, \"{column.Name}\" AS id FROM {From(schema)}";
        var orphans = store.Query(
            $"SELECT place, id, count(*) FROM ({string.Join(" UNION ALL ", references)}) WHERE id IS NOT NULL AND id NOT IN (SELECT \"id\" FROM {From(StoreSchema.States)}) GROUP BY place, id ORDER BY place, id",
            StoreSchema.States);
        var shown = Enumerable.Range(0, Math.Min(5, orphans.Rows)).Select(i => $"{orphans.Texts(0)[i]} {orphans.Integers(1)[i]} ({orphans.Longs(2)[i]} rows)");
        return orphans.Rows == 0
            ? new StoreCheck("states referred to", CheckOutcome.Passed, "every state id of every table is in states")
            : new StoreCheck("states referred to", CheckOutcome.Failed, $"{orphans.Rows} ids are not in states: {string.Join(", ", shown)}{(orphans.Rows > 5 ? ", …" : "")}");
    }

    private StoreCheck Orphans(TableSchema from, string column, TableSchema to, string key, CheckOutcome otherwise)
    {
        var orphans = Count($"SELECT count(*) FROM {From(from)} WHERE \"{column}\" NOT IN (SELECT \"{key}\" FROM {From(to)})", from);
        return orphans == 0
            ? new StoreCheck($"{from.Name}.{column}", CheckOutcome.Passed, $"each is in {to.Name}")
            : new StoreCheck($"{from.Name}.{column}", otherwise, $"{orphans} rows refer to none of {to.Name}");
    }

    private StoreCheck Numbering()
    {
        var wrong = Count($"SELECT count(*) FROM (SELECT \"date\" < lag(\"date\") OVER (ORDER BY \"roll_call\") AS back FROM {From(StoreSchema.RollCalls)}) WHERE back", StoreSchema.RollCalls);
        return wrong == 0
            ? new StoreCheck("order of roll_calls", CheckOutcome.Passed, "numbers rise with the date")
            : new StoreCheck("order of roll_calls", CheckOutcome.Failed, $"{wrong} roll calls stand after a later one");
    }

    private StoreCheck Fact()
    {
        var subject = $"{FactSymbol} = {FactCount}";
        var counts = store.Query($"SELECT yes || '-' || no || '-' || abstain, counted_yes || '-' || counted_no || '-' || counted_abstain FROM {Counted()} WHERE symbol = '{FactSymbol}'", StoreSchema.Votes);
        if (counts.Rows == 0) return new StoreCheck(subject, CheckOutcome.Noted, "the roll call is not held");
        var (published, counted) = (counts.Texts(0)[0] ?? "none", counts.Texts(1)[0]);
        var right = counts.Rows == 1 && published == FactCount && counted == FactCount;
        return new StoreCheck(subject, right ? CheckOutcome.Passed : CheckOutcome.Failed, $"published {published}, counted {counted} (yes-no-abstain)");
    }

    private StoreCheck Recount()
    {
        var counts = store.Query(
            $"""
            SELECT count(*) FILTER (yes IS NOT NULL), count(*) FILTER (yes <> counted_yes OR no <> counted_no OR abstain <> counted_abstain), count(*) FILTER (counted_yes + counted_no + counted_abstain = 0)
            FROM {Counted()}
            """,
            StoreSchema.Votes);
        return new StoreCheck(
            "published counts", CheckOutcome.Noted,
            $"{counts.Longs(1)[0]} of {counts.Longs(0)[0]} roll calls with published counts differ from the votes held; {counts.Longs(2)[0]} have no vote");
    }

    private string Counted() =>
        $"""
        (SELECT r.roll_call, any_value(r.symbol) AS symbol, any_value(r.yes) AS yes, any_value(r.no) AS no, any_value(r.abstain) AS abstain,
            count(*) FILTER (v.vote = 1) AS counted_yes, count(*) FILTER (v.vote = 3) AS counted_no, count(*) FILTER (v.vote = 2) AS counted_abstain
        FROM {From(StoreSchema.RollCalls)} r LEFT JOIN {From(StoreSchema.Votes)} v USING (roll_call) GROUP BY r.roll_call)
        """;

    private StoreCheck Bridges()
    {
        var held = Count(
            $"SELECT count(*) FROM {From(StoreSchema.Bridges)} WHERE rcid1 IN (SELECT rcid FROM {From(StoreSchema.RollCalls)} WHERE rcid IS NOT NULL) AND rcid2 IN (SELECT rcid FROM {From(StoreSchema.RollCalls)} WHERE rcid IS NOT NULL)",
            StoreSchema.Bridges);
        return new StoreCheck("bridges", CheckOutcome.Noted, $"{held} of {store.Manifest.Find(StoreSchema.Bridges.Name)!.Rows} pairs have both roll calls");
    }

    private StoreCheck MissingPairs()
    {
        var both = Count($"SELECT count(*) FROM {From(StoreSchema.TradeMissing)} SEMI JOIN {From(StoreSchema.Trade)} USING (year, exporter, importer)", StoreSchema.TradeMissing);
        return both == 0
            ? new StoreCheck("trade_missing", CheckOutcome.Passed, "no missing pair has a value")
            : new StoreCheck("trade_missing", CheckOutcome.Failed, $"{both} pairs are listed as missing and have a value");
    }

    /// <summary>Two publications of one thing: exports of the EU27 by month and member, and by year together.</summary>
    private StoreCheck MonthsSumToYears()
    {
        var found = store.Query(
            $"""
            SELECT count(*), coalesce(max(abs(y.value / m.value - 1)), 0)::DOUBLE FROM
                (SELECT left("month", 4)::INTEGER AS "year", importer, sum("value") AS "value" FROM {From(StoreSchema.TradeReportedMonthly)}
                 WHERE exporter IN (SELECT state FROM {From(StoreSchema.BlocMemberships)} WHERE bloc = 'EU27') GROUP BY 1, 2 HAVING count(DISTINCT "month") = 12) m
                JOIN (SELECT * FROM {From(StoreSchema.TradeReported)} WHERE reporter = 'exporter') y USING ("year", importer)
            """,
            StoreSchema.TradeReported);
        var (pairs, worst) = (found.Longs(0)[0], found.Reals(1)[0]);
        return new StoreCheck(
            "trade_reported by month and year", worst <= .01 ? CheckOutcome.Passed : CheckOutcome.Failed,
            $"exports of EU members by month sum to those of the EU27 by year within {worst.ToString("0.####%", CultureInfo.InvariantCulture)} for {pairs} partners and years");
    }

    private StoreCheck ReporterYearsAreWhole()
    {
        var mixed = Count($"SELECT count(*) FROM (SELECT count(DISTINCT complete) AS kinds FROM {From(StoreSchema.TradeReported)} WHERE reporter = 'importer' GROUP BY \"year\", importer) WHERE kinds > 1", StoreSchema.TradeReported);
        var bad = Count($"SELECT count(*) FROM {From(StoreSchema.TradeReported)} WHERE \"value\" < 0 OR reporter NOT IN ('exporter', 'importer')", StoreSchema.TradeReported);
        return mixed == 0 && bad == 0
            ? new StoreCheck("trade_reported", CheckOutcome.Passed, "a reporter's year is finished or not as a whole, values are zero or more")
            : new StoreCheck("trade_reported", CheckOutcome.Failed, $"{mixed} years of reporters are finished in part, {bad} rows have a negative value or no side");
    }

    private StoreCheck SharesSumToOne()
    {
        // Shares may be rounded; a thousandth is far below what any figure shows.
        var worst = Largest($"SELECT coalesce(max(abs(total - 1)), 0)::DOUBLE FROM (SELECT sum(share) AS total FROM {From(StoreSchema.ExpenditureShares)} GROUP BY year, importer)", StoreSchema.ExpenditureShares);
        return new StoreCheck(
            "expenditure_shares", worst <= .001 ? CheckOutcome.Passed : CheckOutcome.Failed,
            $"shares of each importer and year sum to 1 within {worst.ToString("0.#######", CultureInfo.InvariantCulture)}");
    }

    private StoreCheck SharesUpToOne()
    {
        var over = Over("share", "recipient") + Over("of_supplier", "supplier");
        return over == 0
            ? new StoreCheck("arms_shares", CheckOutcome.Passed, "shares of each recipient, each supplier and window sum to no more than 1, but for rounding")
            : new StoreCheck("arms_shares", CheckOutcome.Failed, $"shares of {over} recipients or suppliers and windows sum to more than 1");
    }

    private long Over(string share, string by) => Count(
        $"SELECT count(*) FROM (SELECT sum({share}) AS total, count(*) AS n FROM {From(StoreSchema.ArmsShares)} GROUP BY {by}, \"window\") WHERE total > 1 + .0005 * n + 1e-9", StoreSchema.ArmsShares);

    private string From(TableSchema schema) => store.From(schema);

    private long Count(string sql, TableSchema about) => store.Query(sql, about).Longs(0)[0];

    private double Largest(string sql, TableSchema about) => store.Query(sql, about).Reals(0)[0];
}
