using CompanyData.Sandbox;
using CompanyData.Sandbox.Powens;
using CompanyData.Sandbox.Qard;
using CompanyData.Sandbox.Server;

if (args.Contains("--help") || args.Contains("-h"))
{
    Console.WriteLine(ServerOptions.Usage);
    return 0;
}

ServerOptions options;
try
{
    options = ServerOptions.Parse(args);
}
catch (ArgumentException error)
{
    await Console.Error.WriteLineAsync($"{error.Message}\n\n{ServerOptions.Usage}");
    return 2;
}

await using var app = SandboxServer.Create(options);
await app.StartAsync();
var origin = app.Urls.First().TrimEnd('/');
var baseUri = $"{origin}/{SandboxHandler.QardPath}";
var powensUri = $"{origin}/{SandboxHandler.PowensPath}";
var powensToken = options.Sandbox.PowensUserToken;
var key = options.Sandbox.QardApiKey;
Console.WriteLine($"""
    The CompanyData sandbox listens on {string.Join(", ", app.Urls)}. Ctrl+C ends it.

    Qard
      PowerShell  Connect-Qard -Uri {baseUri} -ApiKey (ConvertTo-SecureString {key} -AsPlainText -Force)
      curl        curl -H "X-API-KEY: {key}" {baseUri}/profile

    A data connection that is AUTH_REQUIRED has a redirect_url: open it, or GET it without a key, to consent.
    Sirens that play a part:
    {string.Join('\n', MagicSirens.All.Select(magic => $"  {magic.Siren}   {magic.Description}"))}

    Powens
      curl        curl -H "Authorization: Bearer {powensToken}" {powensUri}/users/me/accounts
      webview     {origin}/{SandboxHandler.PowensWebviewPath}/en/connect?domain=sandbox&client_id={options.Sandbox.PowensClientId}&code=...
    Connectors that play a part:
    {string.Join('\n', MagicConnectors.All.Select(magic => $"  {magic.Id,2} {magic.Uuid}   {magic.Name}: {magic.Description}"))}
    """);
await app.WaitForShutdownAsync();
return 0;
