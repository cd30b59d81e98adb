namespace CompanyData.Transport;

/// <summary>Creates relative paths in which every inserted value is escaped.</summary>
internal static class ApiPath
{
    /// <summary><c>ApiPath.Create($"users/{id}/sync")</c>: ids are opaque and may contain any character.</summary>
    /// <exception cref="ArgumentException">A value is empty or a dot segment, which would address another resource.</exception>
    public static string Create(FormattableString path)
    {
        object[] parts = [.. path.GetArguments().Select(argument => (object)Segment(argument?.ToString()))];
        return string.Format(System.Globalization.CultureInfo.InvariantCulture, path.Format, parts);
    }

    /// <summary>Adds a query; pairs without a value are omitted.</summary>
    public static string WithQuery(string path, params (string Name, string? Value)[] pairs)
    {
        string query = string.Join("&", pairs.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        return query.Length == 0 ? path : $"{path}{(path.Contains('?') ? '&' : '?')}{query}";
    }

    private static string Segment(string? value)
    {
        if (string.IsNullOrWhiteSpace(value) || value is "." or "..")
        {
            throw new ArgumentException($"'{value}' is not an id.", nameof(value));
        }

        return Uri.EscapeDataString(value!);
    }
}
