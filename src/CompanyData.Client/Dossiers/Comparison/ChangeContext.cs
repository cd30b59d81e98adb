namespace CompanyData.Dossiers;

/// <summary>The difference that the rules are applied to.</summary>
/// <param name="Kind">One of <see cref="ChangeKind"/>.</param>
/// <param name="DataType">Data type, such as <c>COMPANY_OFFICER</c>.</param>
/// <param name="Field">Property path; null if the whole item was added or removed.</param>
/// <param name="Old">The earlier item; null if it was added.</param>
/// <param name="New">The later item; null if it was removed.</param>
/// <param name="Options">Thresholds and language.</param>
internal sealed record ChangeContext(string Kind, string DataType, string? Field, ComparedItem? Old, ComparedItem? New, ReviewOptions Options)
{
    public Wording Wording { get; } = Options.Wording;

    /// <summary>The later item, or the earlier one if it was removed.</summary>
    public ComparedItem Item => New ?? Old!;

    public string? OldValue => Value(Old);

    public string? NewValue => Value(New);

    /// <summary>The value in the language of the messages.</summary>
    public string? OldText => InWords(OldValue);

    /// <inheritdoc cref="OldText"/>
    public string? NewText => InWords(NewValue);

    private string? InWords(string? value) => value is null ? null : Wording.Value(Field ?? string.Empty, value);

    private string? Value(ComparedItem? item) => item is null ? null
        : Field is null ? item.Summary
        : item.Fields.TryGetValue(Field, out ComparedValue? value) ? value.Text : null;
}
