using System.Text;
using System.Text.Json.Nodes;

namespace CompanyData.Simulation;

/// <summary>
/// Synchronisations that die inside the service: of some users, the first one never shows one of its data types, or stays in flight for
/// ever, though the service would accept another one at any time.
/// </summary>
internal sealed class DyingSyncs(World world)
{
    private readonly Dictionary<string, (bool Dies, bool IsZombie, int Starts)> _users = new(StringComparer.Ordinal);

    /// <summary>How many have died.</summary>
    public int Count { get; private set; }

    public async Task<HttpResponseMessage> PassAsync(string method, string path, HttpResponseMessage response)
    {
        string[] parts = path.Split('/', '?');
        if (world.Plan.DyingSyncRate == 0 || parts is not ["users", { } user, "sync", ..] || !response.IsSuccessStatusCode)
        {
            return response;
        }

        if (method == "POST")
        {
            (bool dies, bool isZombie, int starts) = _users.TryGetValue(user, out (bool Dies, bool IsZombie, int Starts) known)
                ? known
                : (world.Chance(world.Plan.DyingSyncRate), world.Chance(0.5), 0);
            Count += dies && starts == 0 ? 1 : 0;
            _users[user] = (dies, isZombie, starts + 1);
            return response;
        }

        if (_users.TryGetValue(user, out (bool Dies, bool IsZombie, int Starts) state) && state.Dies && state.Starts == 1)
        {
            await SpoilAsync(response, state.IsZombie).ConfigureAwait(false);
        }

        return response;
    }

    private static async Task SpoilAsync(HttpResponseMessage response, bool isZombie)
    {
        string text = await response.Content.ReadAsStringAsync().ConfigureAwait(false);
        if (!text.StartsWith('[') || !text.EndsWith(']'))
        {
            // Spoilt already.
            return;
        }

        JsonArray items = JsonNode.Parse(text)!.AsArray();
        if (isZombie)
        {
            foreach (JsonNode? item in items)
            {
                item!["status"] = "FETCHING";
                item["completed_at"] = null;
            }
        }
        else if (items.Count > 0)
        {
            items.RemoveAt(0);
        }

        response.Content = new StringContent(items.ToJsonString(), Encoding.UTF8, "application/json");
    }
}
