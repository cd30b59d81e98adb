using System.Globalization;
using CompanyData.Collection;
using CompanyData.Dossiers;
using CompanyData.Json;

namespace CompanyData.Reports;

/// <summary>Formats fixed texts, field names, dates and numbers in the language of a report.</summary>
internal sealed class ReportLanguage(Wording wording)
{
    private static readonly NumberFormatInfo FrenchNumbers = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "\u202f" };

    public Wording Wording => wording;

    public bool IsFrench => wording.IsFrench;

    /// <summary>The language code for HTML.</summary>
    public string Code => wording.IsFrench ? Wording.French : Wording.English;

    public string Say(Phrase phrase) => wording.Say(phrase.English, phrase.French);

    public string Say(Phrase phrase, params object[] arguments) => string.Format(CultureInfo.InvariantCulture, Say(phrase), arguments);

    public string Count(int count, Phrase one, Phrase many) => wording.Count(count, Say(one), Say(many));

    /// <summary>Translates a word of the data, such as a severity; unknown words stay unchanged.</summary>
    public string Word(string word) => ReportText.Words.TryGetValue(word, out Phrase? phrase) ? Say(phrase) : word;

    /// <summary>Returns the label of a field or a data type.</summary>
    public string Label(string name) => Say(FieldLabels.Of(name));

    /// <summary>Returns what is known of a data type.</summary>
    public string State(string state) => state switch
    {
        DataState.NotRequested => Say(ReportText.NotRequested),
        DataState.NotCollected => Say(ReportText.NotCollectedState),
        DataState.None => Say(ReportText.None),
        _ => Say(ReportText.CollectedState),
    };

    /// <summary>Returns the label of the subject of a change.</summary>
    public string Area(string area) => wording.IsFrench && ReportText.Words.TryGetValue(area, out Phrase? phrase) ? phrase.French : Label(area);

    public string DataType(string name) => wording.IsFrench ? wording.Label(name) : Label(name);

    public string? Percent(decimal? value) => value is { } number ? wording.Percent(number) : null;

    public string Date(DateTime date) => wording.Date(date);

    /// <summary>Formats a date of which possibly only the year is known.</summary>
    public string? Date(string? date) => date is null ? null : wording.Text(date);

    /// <summary>Formats a scalar: in English, dates in ISO 8601 and numbers with thousands separators.</summary>
    public string Text(object value) => value switch
    {
        DateTime { TimeOfDay.Ticks: 0 } date => wording.Date(date),
        DateTime time => $"{wording.Date(time)} {time.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}{(time.Kind == DateTimeKind.Utc ? " UTC" : string.Empty)}",
        TimeSpan span => Say(ReportText.Seconds, Number((decimal)Math.Round(span.TotalSeconds, 1))),
        bool flag => Word(flag ? "Yes" : "No"),
        Money money => $"{Number(money.Value)} {money.Currency}".TrimEnd(),
        decimal number => Number(number),
        string text => wording.Text(text),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    /// <summary>Formats the value of a field: as <see cref="Text(object)"/>, but words of an enumeration are translated.</summary>
    public string Text(string field, object value) => value is string text ? wording.Value(field, text) : Text(value);

    private string Number(decimal number) => number.ToString("#,0.############################", wording.IsFrench ? FrenchNumbers : NumberFormatInfo.InvariantInfo);
}
