const QARD_API_KEY = 'your-api-key';
const BASE_URL = 'https://api.qardfinance.com/api/v6';
async function qardFetch(endpoint, options = {}) {
const response = await fetch(`${BASE_URL}${endpoint}`, {
...options,
headers: {
'X-API-KEY': QARD_API_KEY,
'Content-Type': 'application/json',
...options.headers
}
});
return response.json();
}
async function collectCompanyData(siren, companyName) {
// 1. Create the user
const user = await qardFetch('/users/legal', {
method: 'POST',
body: JSON.stringify({ name: companyName, siren })
});
// 2. Create the data connection
await qardFetch(`/users/${user.id}/data-connections`, {
method: 'POST',
body: JSON.stringify({
requested_data_types: ['COMPANY_PROFILE', 'COMPANY_OFFICER'],
provider_name: 'company_legal_fr'
})
});
// 3. Trigger synchronization
await qardFetch(`/users/${user.id}/sync`, {
method: 'POST',
body: JSON.stringify({
data_types: ['COMPANY_PROFILE', 'COMPANY_OFFICER']
})
});
// 4. Wait for completion (simplified polling)
let syncComplete = false;
while (!syncComplete) {
await new Promise(r => setTimeout(r, 2000));
const status = await qardFetch(`/users/${user.id}/sync/latest`);
syncComplete = status.every(s => s.status === 'SUCCESS');
}
// 5. Retrieve data
const [profile, officers] = await Promise.all([
qardFetch(`/users/${user.id}/company-profile`),
qardFetch(`/users/${user.id}/company-officers`)
]);
return { userId: user.id, profile, officers };
}
// Usage
collectCompanyData('123456789', 'Example Company SAS')
.then(data => console.log(data));
