using CompanyData.Sandbox;
using CompanyData.Sandbox.Creditro;
using CompanyData.Sandbox.Faults;
using CompanyData.Sandbox.Powens;
using CompanyData.Sandbox.Qard;
using CompanyData.Sandbox.Qonto;
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

var handler = new SandboxHandler(options.Sandbox);
await using var app = SandboxServer.Create(options, handler);
await app.StartAsync();
var origin = app.Urls.First().TrimEnd('/');
var baseUri = $"{origin}/{SandboxHandler.QardPath}";
var powensUri = $"{origin}/{SandboxHandler.PowensPath}";
var powensToken = options.Sandbox.PowensUserToken;
var qontoUri = $"{origin}/{SandboxHandler.QontoPath}";
var creditroUri = $"{origin}/{SandboxHandler.CreditroPath}";
var sandbox = options.Sandbox;
var key = options.Sandbox.QardApiKey;
string Secure(string text) => $"(ConvertTo-SecureString '{text}' -AsPlainText -Force)";
Console.WriteLine($"""
    The CompanyData sandbox listens on {string.Join(", ", app.Urls)}. Ctrl+C ends it.

    Qard
      PowerShell  Connect-Qard -Uri {baseUri} -ApiKey {Secure(key)}
      curl        curl -H "X-API-KEY: {key}" {baseUri}/profile

    A data connection that is AUTH_REQUIRED has a redirect_url: open it, or GET it without a key, to consent.
    Sirens that play a part:
    {string.Join('\n', MagicSirens.All.Select(magic => $"  {magic.Siren}   {magic.Description}"))}

    Powens
      PowerShell  Connect-Powens -Uri {powensUri} -UserToken {Secure(powensToken)}
      curl        curl -H "Authorization: Bearer {powensToken}" {powensUri}/users/me/accounts
      webview     {origin}/{SandboxHandler.PowensWebviewPath}/en/connect?domain=sandbox&client_id={options.Sandbox.PowensClientId}&code=...
    Connectors that play a part:
    {string.Join('\n', MagicConnectors.All.Select(magic => $"  {magic.Id,2} {magic.Uuid}   {magic.Name}: {magic.Description}"))}

    Qonto
      PowerShell  Connect-Qonto -Uri {qontoUri} -PartnerId {sandbox.QontoPartnerId} -Token {Secure(sandbox.QontoToken)} -StagingToken {Secure(sandbox.QontoStagingToken)}
      curl        curl -H "Authorization: Bearer {sandbox.QontoToken}" -H "Qonto-Partner-Id: {sandbox.QontoPartnerId}" -H "X-Qonto-Staging-Token: {sandbox.QontoStagingToken}" {qontoUri}/register/registrations

    A registration has a redirection_link: open it, or GET it without a header, to be the owner who opens the account.
    Legal numbers that play a part:
    {string.Join('\n', MagicLegalNumbers.All.Select(magic => $"  {magic.Number}   {magic.Description}"))}

    Creditro
      PowerShell  Connect-Creditro -Uri {creditroUri} -Token {Secure(sandbox.CreditroToken)}
      token       {sandbox.CreditroToken}
      curl        curl -X {sandbox.CreditroMethod} -H "Authorization: Bearer $TOKEN" {creditroUri}/{sandbox.CreditroCustomerId}
    Customers that play a part (--creditro-customer-id):
    {string.Join('\n', MagicCustomers.All.Select(magic => $"  {magic.Id,-18} {magic.Description}"))}
    """);
await app.WaitForShutdownAsync();
if (options.Sandbox.FaultRate > 0)
{
    Console.WriteLine($"""

        Of {handler.RequestCount} requests {handler.FaultCounts.Values.Sum()} met a fault:
        {string.Join('\n', handler.FaultCounts.Where(count => count.Value > 0).Select(count => $"{count.Value,8} {FaultKinds.NameOf(count.Key)}"))}
        """);
}

return 0;
