using System.Globalization;
using Entente.Cli.Show;
using Entente.Models.Energy;

namespace Entente.Cli.Verbs;

/// <summary>How well would the gas market have foretold 2021 to 2023 from 2020?</summary>
internal static class GasValidateVerb
{
    public static Verb Build(Invocation invocation)
    {
        var verb = new Verb("validate", "how well the market of 2020 foretells prices and flows of 2021, 2022 and American cargoes of 2023-24")
        {
            Examples = [("entente gas validate", "foretold beside observed and beside a naive forecast")],
        };
        return verb.Does(invocation, session =>
        {
            var validation = GasValidation.Run(session.World);
            if (session.Json)
            {
                JsonText.Document(session.Terminal.Raw, "gas-validation", json =>
                {
                    json.List("forecasts", validation.Forecasts, row =>
                    {
                        json.WriteString("what", row.What);
                        json.WriteString("unit", row.Unit);
                        json.Real("predicted", row.Predicted);
                        json.Real("observed", row.Observed);
                        json.Real("naive", row.Naive);
                    });
                    json.Texts("findings", validation.Findings);
                    json.Provenance(validation.Provenance, session.World.Catalog);
                });
                return Program.Answered;
            }

            session.Terminal.Title("The gas market, foretold from 2020", "closures and capacities of each year given");
            var table = Look.Table(Look.Names("figure"), Look.Names("unit"), Look.Figures("foretold"), Look.Figures("observed"), Look.Figures("naive"));
            foreach (var row in validation.Forecasts) table.Row(Terminal.Escape(row.What), $"[dim]{Terminal.Escape(row.Unit)}[/]", $"[bold]{Text(row.Predicted)}[/]", Text(row.Observed), $"[dim]{Text(row.Naive)}[/]");
            session.Terminal.Write(table);
            session.Terminal.Line();
            foreach (var finding in validation.Findings) session.Terminal.Item("•", Terminal.Escape(finding), 1);
            SourceNotes.Write(session.Terminal, validation.Provenance, session.World.Catalog);
            return Program.Answered;
        });
    }

    private static string Text(double value) => double.IsFinite(value) ? value.ToString("0.0", CultureInfo.InvariantCulture) : "missing";
}
