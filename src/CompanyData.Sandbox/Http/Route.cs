namespace CompanyData.Sandbox.Http;

/// <summary>A method, a path pattern such as <c>users/{user}/sync</c>, and what answers it.</summary>
internal sealed class Route(string method, string pattern, Func<SandboxCall, HttpResponseMessage> answer)
{
    private readonly string[] _pattern = pattern.Split('/');

    public string Method => method;

    public Func<SandboxCall, HttpResponseMessage> Answer => answer;

    /// <summary>The values of the placeholders, or null where the path is another one.</summary>
    public IReadOnlyList<string>? Match(string[] segments)
    {
        if (segments.Length != _pattern.Length)
        {
            return null;
        }

        List<string> values = [];
        for (var i = 0; i < segments.Length; i++)
        {
            if (_pattern[i][0] == '{')
            {
                values.Add(segments[i]);
            }
            else if (!string.Equals(_pattern[i], segments[i], StringComparison.Ordinal))
            {
                return null;
            }
        }

        return values;
    }
}
