using System.Globalization;
using System.Text;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Powens.Inferred;

/// <summary>What a webhook is told: the user, and the connection that was synchronised. No document gives the body, nor the form of its date. [inferred]</summary>
internal static class PowensEventBody
{
    public static string Write(PowensEvent happened, DateTimeOffset now) => Encoding.UTF8.GetString(Reply.Bytes(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("user");
        happened.User.Write(json);
        if (happened.Connection is { } connection)
        {
            json.WritePropertyName("connection");
            connection.Write(json, now, new HashSet<string>(StringComparer.Ordinal));
        }

        json.WriteEndObject();
    }));

    /// <summary>The header BI-Signature-Date.</summary>
    public static string Date(DateTimeOffset now) => now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
