namespace CompanyData.Limit;

internal sealed class Page<T>
{
    public int LastPage { get; set; }

    public List<T> Result { get; set; } = [];
}
