namespace CompanyData.Parameters;

/// <summary>
/// A parameter that takes its value from the column of its name in a piped row. <see cref="RowBinder"/> reads it, not the engine, so that an
/// error can name the row.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnAttribute : Attribute;
