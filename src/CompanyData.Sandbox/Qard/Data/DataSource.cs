using System.Globalization;
using System.Text.Json;
using CompanyData.Sandbox.Generation;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qard.Inferred;

namespace CompanyData.Sandbox.Qard.Data;

/// <summary>What data is made from. It depends on the seed, the siren and what has happened to the company, and on no call that came before.</summary>
internal sealed class DataSource(
    SandboxOptions options, QardUser user, QardConnection connection, QueryString query, IReadOnlyList<CompanyEvent> history)
{
    private const string Register = "company_legal_fr";
    private const int UsualMonths = 12;

    private readonly string _key = user.Siren ?? user.Id.ToString();

    public QardUser User => user;

    public QueryString Query => query;

    /// <summary>The provider whose data it is: the connection's, but for what others look up in the register.</summary>
    public string ProviderName { get; private init; } = connection.Provider.Name;

    /// <summary>The same company as the register has it, so that a check can name its people by their ids there.</summary>
    public DataSource OfRegister => new(options, user, connection, query, history) { ProviderName = Register };

    /// <summary>Whether a setting of the provider is switched on.</summary>
    public bool HasSetting(string name) => connection.Provider.HasSetting(name);

    /// <summary>The value of a setting of the provider; null where it was not set.</summary>
    public string? Setting(string name) => connection.Provider.Setting(name);

    /// <summary>How many months bank and commerce data go back: 12, unless the provider's setting says otherwise. [docs]</summary>
    public int Months => int.TryParse(Setting(ProviderRow.MonthHistory), NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months > 0 ? months : UsualMonths;

    /// <summary>Whether the account has the persons and companies of background checks looked up: results on politically exposed persons need it. [docs]</summary>
    public bool ChecksNodes { get; init; }

    /// <summary>How many times something has happened to the company.</summary>
    public int Count(CompanyEvent what) => history.Count(happened => happened == what);

    public bool Has(CompanyEvent what) => history.Contains(what);

    /// <summary>A name as the register writes it.</summary>
    public string Written(string name) => Has(CompanyEvent.Reformatted) ? name.ToUpperInvariant() : name;

    public int TransactionCount { get; } = options.TransactionCount;

    public DeterministicRandom Random(string topic, long number = 0) => new(Hash.Compute(options.Seed, Topic(topic), number));

    public ulong Key(string topic) => Hash.Compute(options.Seed, Topic(topic));

    public Guid Id(string topic, long number = 0) => Hash.Id(options.Seed, Topic(topic), number);

    public Guid FileId(string topic, long number = 0) => FileIds.Create(options.Seed, Topic(topic), number);

    /// <summary>Where a row of commerce or bank data came from. [docs]</summary>
    public void WriteOrigin(Utf8JsonWriter json)
    {
        json.WriteString("provider_name", connection.Provider.Name);
        json.WriteString("data_connection_id", connection.Id);
    }

    private string Topic(string topic) => $"{topic} {_key} {ProviderName}";
}
