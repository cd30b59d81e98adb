namespace CompanyData.Sandbox.Http;

/// <summary>Finds the route of a call: 404 where no path fits, 405 where only the method does not.</summary>
internal sealed class RouteTable(IEnumerable<Route> routes)
{
    private readonly Route[] _routes = [.. routes];

    public HttpResponseMessage Answer(SandboxCall call)
    {
        List<string> methods = [];
        foreach (var route in _routes)
        {
            if (route.Match(call.Segments) is not { } values)
            {
                continue;
            }

            if (string.Equals(route.Method, call.Method, StringComparison.Ordinal))
            {
                call.Values = values;
                return route.Answer(call);
            }

            methods.Add(route.Method);
        }

        throw methods.Count == 0 ? ApiException.NotFound("Path") : ApiException.MethodNotAllowed(methods);
    }
}
