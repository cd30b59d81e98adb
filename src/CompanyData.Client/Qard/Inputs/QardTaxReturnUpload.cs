using System.Globalization;
using System.Text.Json.Nodes;

namespace CompanyData.Qard;

/// <summary>
/// A tax return to hand in, checked before anything is sent. Source: POST /input/users/{u}/tax-returns/ocr-service [docs]. Which fields are
/// required, that <c>duration</c> counts months and that <c>privacy</c> is a flag is [inferred].
/// </summary>
public sealed class QardTaxReturnUpload
{
    /// <summary>The kinds of tax returns: complete, simplified, or of a group.</summary>
    public static readonly IReadOnlyList<string> Types = ["C", "S", "K"];

    /// <summary>Qard publishes no limit. The file goes into the request as a text, so one that is no document is refused here.</summary>
    public const long MaxBytes = 50L * 1024 * 1024;

    private const int MaxMonths = 24;

    /// <summary>The file.</summary>
    public required string Path { get; init; }

    public required DateTime ClosingDate { get; init; }

    public DateTime? SubmittedDate { get; init; }

    /// <summary>One of <see cref="Types"/>.</summary>
    public required string Type { get; init; }

    /// <summary>How many months the financial year has.</summary>
    public int Duration { get; init; } = 12;

    public bool? Privacy { get; init; }

    /// <summary>A tax return that exists already and that this is the document of.</summary>
    public string? TaxReturnId { get; init; }

    /// <exception cref="ArgumentException">The file is missing, empty or too large, or what is said of it cannot be.</exception>
    public void Validate()
    {
        FileInfo file = new(Path);
        if (!file.Exists)
        {
            throw new ArgumentException($"The file '{Path}' does not exist.");
        }

        if (file.Length is 0 or > MaxBytes)
        {
            throw new ArgumentException($"'{file.Name}' has {file.Length} bytes; a tax return has 1 byte to 50 MB.");
        }

        if (!Types.Contains(Type, StringComparer.Ordinal))
        {
            throw new ArgumentException($"'{Type}' is not a type of tax return that Qard documents: {string.Join(", ", Types)}.");
        }

        if (Duration is < 1 or > MaxMonths)
        {
            throw new ArgumentException($"A financial year of {Duration} months cannot be; give 1 to {MaxMonths}.");
        }

        if (SubmittedDate < ClosingDate)
        {
            throw new ArgumentException($"A tax return that closes on {Day(ClosingDate)} cannot have been submitted on {Day(SubmittedDate)}, before that.");
        }
    }

    /// <summary>The request, with the file in it as base64.</summary>
    internal JsonObject ToJson()
    {
        JsonObject data = new()
        {
            ["file"] = Convert.ToBase64String(File.ReadAllBytes(Path)),
            ["closing_date"] = Day(ClosingDate),
            ["closing_year"] = ClosingDate.Year,
            ["type"] = Type,
            ["duration"] = Duration,
        };
        if (SubmittedDate is not null)
        {
            data["submitted_date"] = Day(SubmittedDate);
        }

        if (Privacy is { } privacy)
        {
            data["privacy"] = privacy;
        }

        JsonObject request = new() { ["data"] = data };
        if (!string.IsNullOrEmpty(TaxReturnId))
        {
            request["tax_return_id"] = TaxReturnId;
        }

        return request;
    }

    private static string? Day(DateTime? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
