using System.Text.Json;
using Entente.Cli.Show;
using Entente.Models.Trade.WhatIf;

namespace Entente.Cli.Reports.Trade;

/// <summary>The many sectors of a what-if as JSON; docs/what-if.md describes the shape.</summary>
internal static class WhatIfSectorsJson
{
    public static void Write(Utf8JsonWriter json, SectoralAnswer sectoral)
    {
        json.WriteNumber("draws", sectoral.Draws);
        json.WriteBoolean("input_output_links", sectoral.HasLinks);
        json.WriteString("elasticity_source", sectoral.ElasticitySource);
        json.List("sectors", sectoral.Sectors, sector =>
        {
            json.WriteString("name", sector.Name);
            json.WriteString("elasticity", sector.Elasticity);
            json.Real("trade_share", sector.TradeShare);
        });
        json.List("variants", sectoral.Variants, variant =>
        {
            json.WriteString("name", variant.Name);
            json.WriteNumber("failed_draws", variant.FailedDraws);
            json.Object("check", () =>
            {
                json.Real("clearing_error", variant.Check.ClearingError);
                json.Real("domestic_share_difference", variant.Check.DomesticShareDifference);
                json.WriteNumber("iterations", variant.Check.Iterations);
            });
            json.Object("target_real_income_at_medians", () =>
            {
                json.Real("one_sector", variant.OneSector);
                json.Real("same_elasticity", variant.SameElasticity);
                json.Real("own_elasticity", variant.OwnElasticity);
            });
            WhatIfJson.Spread(json, "partner_share", variant.PartnerShare);
            WhatIfJson.Groups(json, variant.Groups);
            WhatIfJson.Economies(json, variant.Economies);
            json.List("target_sectors", variant.TargetSectors, sector =>
            {
                json.WriteString("name", sector.Name);
                WhatIfJson.Spread(json, "price", sector.Price);
                WhatIfJson.Spread(json, "output", sector.Output);
                WhatIfJson.Spread(json, "exports", sector.Exports);
                WhatIfJson.Spread(json, "imports", sector.Imports);
            });
        });
    }
}
