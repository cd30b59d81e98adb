using System.Globalization;
using System.Text.Json;
using CompanyData.Sandbox.Generation;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qard.Inferred;

namespace CompanyData.Sandbox.Qard.Endpoints;

/// <summary>Documents that are handed in. [docs] That a file that is no PDF ends with ERROR is [inferred].</summary>
internal sealed class InputEndpoints(QardState state)
{
    private static readonly string[] Types = ["C", "S", "K"];
    private static readonly byte[] PdfMark = [.. "%PDF"u8];

    public IEnumerable<Route> Routes =>
    [
        new("POST", "input/users/{user}/tax-returns/ocr-service", call => state.WithUser(call, user => Add(call, user))),
        new("GET", "input/users/{user}/tax-returns", call => state.WithUser(call, List)),
    ];

    private HttpResponseMessage List(QardUser user)
    {
        var now = state.Now;
        return Reply.List(Rows.From(user.TaxInputs, (json, input) => input.Write(json, now)));
    }

    private HttpResponseMessage Add(SandboxCall call, QardUser user)
    {
        var body = call.ReadBody();
        if (body.Find("data") is not { ValueKind: JsonValueKind.Object } data)
        {
            throw ApiException.Invalid("data is required.", "data");
        }

        var content = Decode(data.RequiredText("file"));
        var closingDate = ReadDate(data, "closing_date");
        if (data.Text("submitted_date") is not null)
        {
            ReadDate(data, "submitted_date");
        }

        if (!Types.Contains(data.RequiredText("type"), StringComparer.Ordinal))
        {
            throw ApiException.Invalid("type must be C, S or K.", "type");
        }

        var id = Hash.Id(state.Options.Seed, $"tax input {user.Id}", user.NextNumber++);
        var named = body.Text("tax_return_id");
        var input = new QardTaxInput
        {
            Id = id,
            TaxReturnId = named ?? Hash.Id(0, $"tax return of {id:D}").ToString("D"),
            IsNamed = named is not null,
            IsReadable = content.AsSpan().StartsWith(PdfMark),
            Data = data.Clone(),
            CreatedAt = state.Now,
            ClosingDate = closingDate,
            ReadingTime = state.Options.SyncDuration,
        };
        user.TaxInputs.Add(input);
        return Reply.Json(QardDefaults.Created, json => input.Write(json, state.Now));
    }

    private static byte[] Decode(string file)
    {
        try
        {
            return Convert.FromBase64String(file);
        }
        catch (FormatException)
        {
            throw ApiException.Invalid("file must be base64.", "file");
        }
    }

    private static DateTime ReadDate(JsonElement data, string name) =>
        DateTime.TryParseExact(data.RequiredText(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw ApiException.Invalid($"{name} must be written yyyy-MM-dd.", name);
}
