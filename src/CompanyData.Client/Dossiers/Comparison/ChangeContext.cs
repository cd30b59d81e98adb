namespace CompanyData.Dossiers;

/// <summary>A difference as the rules see it.</summary>
/// <param name="Kind">One of <see cref="ChangeKind"/>.</param>
/// <param name="DataType">Such as <c>COMPANY_OFFICER</c>.</param>
/// <param name="Field">The property path; null where the whole item was added or removed.</param>
/// <param name="Old">The item as it was; null where it was added.</param>
/// <param name="New">The item as it is; null where it was removed.</param>
/// <param name="Options">The limits.</param>
internal sealed record ChangeContext(string Kind, string DataType, string? Field, ComparedItem? Old, ComparedItem? New, ReviewOptions Options)
{
    public Wording Wording { get; } = Options.Wording;

    /// <summary>The item on whichever side has it.</summary>
    public ComparedItem Item => New ?? Old!;

    public string? OldValue => Value(Old);

    public string? NewValue => Value(New);

    /// <summary>The value in the language of the messages.</summary>
    public string? OldText => OldValue is { } value ? Wording.Text(value) : null;

    /// <inheritdoc cref="OldText"/>
    public string? NewText => NewValue is { } value ? Wording.Text(value) : null;

    private string? Value(ComparedItem? item) => item is null ? null
        : Field is null ? item.Summary
        : item.Fields.TryGetValue(Field, out ComparedValue? value) ? value.Text : null;
}
