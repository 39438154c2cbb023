using System.Globalization;

namespace Entente.Numerics.Equilibrium;

/// <summary>Finds what is wrong with friction factors of a sectoral model under which no equilibrium can be looked for.</summary>
internal static class SectoralFault
{
    /// <summary>A sentence that names the first sector and economy at fault, or null.</summary>
    public static string? Find(SectoralHatModel model, ReadOnlySpan<double> frictionHat)
    {
        int n = model.Count, sectors = model.Sectors;
        var each = frictionHat.Length == n * n && sectors > 1 ? 0 : n * n;
        for (var k = 0; k < frictionHat.Length; k++)
        {
            if (frictionHat[k] >= 0 && double.IsFinite(frictionHat[k])) continue;
            return string.Create(CultureInfo.InvariantCulture,
                $"The friction factor of {(each == 0 ? "every sector" : $"sector {k / (n * n)}")}, row {k % (n * n) / n}, column {k % n} is {frictionHat[k]}; it must be a finite number not below 0.");
        }

        for (var i = 0; i < n; i++)
        {
            double soldAnywhere = 0;
            for (var j = 0; j < sectors; j++)
            {
                double bought = 0;
                for (var k = 0; k < n; k++)
                {
                    bought += model.Trade[(j * n + k) * n + i] * frictionHat[j * each + k * n + i];
                    soldAnywhere += model.Trade[(j * n + i) * n + k] * frictionHat[j * each + i * n + k];
                }

                if (model.Purchases[i * sectors + j] > 0 && !(bought > 0))
                {
                    return string.Create(CultureInfo.InvariantCulture, $"The friction factors leave economy {i} without any supplier of sector {j}, whose goods it uses.");
                }
            }

            if (!(soldAnywhere > 0)) return string.Create(CultureInfo.InvariantCulture, $"The friction factors leave economy {i} without any buyer.");
        }

        return null;
    }
}
