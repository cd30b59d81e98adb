using System.Globalization;
using CompanyData.Sandbox.Faults;

namespace CompanyData.Sandbox.Server;

/// <summary>The command line options.</summary>
internal sealed class ServerOptions
{
    public static string Usage { get; } = $"""
        Serves the CompanyData sandbox on loopback. Nothing leaves this machine.

          --urls URLS              where to listen, separated by ';' (http://127.0.0.1:5180)
          --key KEY                the Qard API key to accept (sandbox-key)
          --seed NUMBER            seed of ids, data and faults (1)
          --latency MILLISECONDS   added to each request (0)
          --sync-duration SECONDS  how long a synchronisation takes (1)
          --fault-rate SHARE       share of requests that meet a fault, 0 to 1 (0)
          --fault-kinds A,B        which faults, each as often as the others (all of those below)
          --slow SECONDS           how long a slow answer takes (0.5)
          --webhook-url URL        webhooks are called, signed as the services sign, out of order and twice; this http address on
                                   loopback stands in for addresses that are not on this machine (none)
          --transaction-count N    commerce transactions per connection, up to 1000000 (250)

        What the Powens side accepts and holds:
          --powens-client-id ID                (sandbox-client)
          --powens-client-secret SECRET        (sandbox-client-secret)
          --powens-user-token TOKEN            of user 1, who has data from the start (sandbox-user-token)
          --powens-config-token TOKEN          (sandbox-config-token)
          --powens-users-token TOKEN           (sandbox-users-token)
          --powens-invoicing-token TOKEN       (sandbox-invoicing-token)
          --powens-categorization-token TOKEN  (sandbox-categorization-token)
          --powens-transaction-count N         per checking account, up to 1000000 (250)
          --powens-slow-bank BOOL              true: calls that talk to a bank take as long as a synchronisation (false)

        What the Qonto side accepts:
          --qonto-token TOKEN          (sandbox-qonto-token)
          --qonto-partner-id ID        (sandbox-partner)
          --qonto-staging-token TOKEN  empty: none is asked for, as in production (sandbox-staging-token)
          --qonto-strict-flows BOOL    true: the list is for company creations only (false)
          --qonto-limits BOOL          true: 429 over 1,000 calls in 10 seconds or 10,000 in 10 minutes, or 200 times 401 in an hour (false)

        What the Creditro side accepts and holds:
          --creditro-customer-id ID    (sandbox-customer)
          --creditro-token TOKEN       (an unsigned token of the customer; it is printed at the start)
          --creditro-case-count N      KYC cases, up to 1000000 (40)
          --creditro-method METHOD     POST or GET; the other one is 405 (POST)
          --creditro-quota N           calls per minute before 429, 0 for no end (0)
          --creditro-one-at-a-time BOOL  true: a second request at a time is 429 (true)

        The faults:
          {string.Join("\n  ", FaultKinds.All.Chunk(4).Select(kinds => string.Join(", ", kinds.Select(FaultKinds.NameOf))))}
        connection-refused resets the connection and closes the port for 0.4 seconds, so that others are refused.
          GET  /sandbox/faults               how many of each kind there have been
          POST /sandbox/companies/{"{siren}"}?events=SeatMoved   what happens to a company, as the data shows afterwards; ?count=2 picks two
          POST /sandbox/outage?seconds=5     the service is down: connections are reset, new ones refused
        """;

    public IReadOnlyList<string> Urls { get; private set; } = ["http://127.0.0.1:5180"];

    /// <summary>Who is called when something has happened; null for nobody.</summary>
    public Uri? WebhookUrl { get; private set; }

    public SandboxOptions Sandbox { get; } = new();

    /// <summary>Reads <c>--name value</c> and <c>--name=value</c>.</summary>
    /// <exception cref="ArgumentException">An argument is unknown, out of range, or would open the sandbox to a network.</exception>
    public static ServerOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new ServerOptions();
        for (var i = 0; i < arguments.Count; i++)
        {
            var parts = arguments[i].Split('=', 2);
            var value = parts.Length == 2 ? parts[1] : arguments.ElementAtOrDefault(++i);
            try
            {
                options.Set(parts[0], value ?? throw new ArgumentException($"{parts[0]} needs a value."));
            }
            catch (Exception error) when (error is FormatException or OverflowException or ArgumentOutOfRangeException)
            {
                throw new ArgumentException($"{value} is no value for {parts[0]}.", error);
            }
        }

        return options;
    }

    private static string CheckUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.IsLoopback && url.Scheme == Uri.UriSchemeHttp
            ? text
            : throw new ArgumentException($"{text} is not an http address on loopback: the sandbox serves this machine only.");

    private void Set(string name, string value)
    {
        switch (name)
        {
            case "--urls":
                Urls = Array.ConvertAll(value.Split(';'), CheckUrl);
                break;
            case "--webhook-url":
                WebhookUrl = new Uri(CheckUrl(value));
                break;
            case "--key":
                Sandbox.QardApiKey = value;
                break;
            case "--seed":
                Sandbox.Seed = int.Parse(value, CultureInfo.InvariantCulture);
                break;
            case "--latency":
                Sandbox.Latency = TimeSpan.FromMilliseconds(Number(value));
                break;
            case "--sync-duration":
                Sandbox.SyncDuration = TimeSpan.FromSeconds(Number(value));
                break;
            case "--fault-rate":
                Sandbox.FaultRate = Number(value);
                break;
            case "--fault-kinds":
                Sandbox.FaultKinds = FaultKinds.Parse(value);
                break;
            case "--slow":
                Sandbox.FaultDelay = TimeSpan.FromSeconds(Number(value));
                break;
            case "--transaction-count":
                Sandbox.TransactionCount = int.Parse(value, CultureInfo.InvariantCulture);
                break;
            default:
                SetPowens(name, value);
                break;
        }
    }

    private void SetPowens(string name, string value)
    {
        switch (name)
        {
            case "--powens-client-id":
                Sandbox.PowensClientId = value;
                break;
            case "--powens-client-secret":
                Sandbox.PowensClientSecret = value;
                break;
            case "--powens-user-token":
                Sandbox.PowensUserToken = value;
                break;
            case "--powens-config-token":
                Sandbox.PowensConfigToken = value;
                break;
            case "--powens-users-token":
                Sandbox.PowensUsersToken = value;
                break;
            case "--powens-invoicing-token":
                Sandbox.PowensInvoicingToken = value;
                break;
            case "--powens-categorization-token":
                Sandbox.PowensCategorizationToken = value;
                break;
            case "--powens-transaction-count":
                Sandbox.PowensTransactionCount = int.Parse(value, CultureInfo.InvariantCulture);
                break;
            case "--powens-slow-bank":
                Sandbox.PowensSlowBank = bool.Parse(value);
                break;
            default:
                SetQonto(name, value);
                break;
        }
    }

    private void SetQonto(string name, string value)
    {
        switch (name)
        {
            case "--qonto-token":
                Sandbox.QontoToken = value;
                break;
            case "--qonto-partner-id":
                Sandbox.QontoPartnerId = value;
                break;
            case "--qonto-staging-token":
                Sandbox.QontoStagingToken = value;
                break;
            case "--qonto-strict-flows":
                Sandbox.QontoStrictFlows = bool.Parse(value);
                break;
            case "--qonto-limits":
                Sandbox.QontoLimits = bool.Parse(value);
                break;
            default:
                SetCreditro(name, value);
                break;
        }
    }

    private void SetCreditro(string name, string value)
    {
        switch (name)
        {
            case "--creditro-customer-id":
                Sandbox.CreditroCustomerId = value;
                break;
            case "--creditro-token":
                Sandbox.CreditroToken = value;
                break;
            case "--creditro-case-count":
                Sandbox.CreditroCaseCount = int.Parse(value, CultureInfo.InvariantCulture);
                break;
            case "--creditro-method":
                Sandbox.CreditroMethod = new HttpMethod(value);
                break;
            case "--creditro-quota":
                Sandbox.CreditroQuota = int.Parse(value, CultureInfo.InvariantCulture);
                break;
            case "--creditro-one-at-a-time":
                Sandbox.CreditroOneAtATime = bool.Parse(value);
                break;
            default:
                throw new ArgumentException($"{name} is not an option.");
        }
    }

    private static double Number(string value)
    {
        var number = double.Parse(value, CultureInfo.InvariantCulture);
        return number >= 0 ? number : throw new FormatException();
    }
}
