using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Rewards.Web;

/// <summary>A link as a QR code: plain SVG, no styles, with the quiet zone of four modules that scanners need.</summary>
public static class QrCode
{
    /// <summary>Draws the code.</summary>
    /// <param name="text">What it holds.</param>
    /// <param name="label">What is read out for it.</param>
    public static IHtmlContent Svg(string text, string label)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var modules = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules[y].Length; x++)
            {
                // A run of dark modules is one bar: half the bytes of a square each.
                var from = x;
                while (x < modules[y].Length && modules[y][x])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
                }
            }
        }

        return new HtmlContentBuilder()
            .AppendFormat("<svg viewBox=\"0 0 {0} {0}\" role=\"img\" aria-label=\"{1}\" shape-rendering=\"crispEdges\">", modules.Count, label)
            .AppendFormat("<path fill=\"#fff\" d=\"M0 0h{0}v{0}H0z\"/>", modules.Count)
            .AppendFormat("<path d=\"{0}\"/></svg>", path);
    }
}
