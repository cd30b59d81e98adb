# A user with commerce data on the server of the session, consent and all; gives its id.
Set-GoCardlessCredential client ([Net.NetworkCredential]::new('', 'secret').SecurePassword) -Sandbox -AutoConnect -Enable
$connection = [pscustomobject]@{ Siren = '123456789'; Name = 'Boutique' } | New-QardUser |
    New-QardDataConnection -ProviderName gocardless -DataType COMMERCE_TRANSACTION
$null = Invoke-RestMethod $connection.RedirectUrl
$null = $connection | Wait-QardDataConnection | Start-QardSync | Wait-QardSync
$connection.UserId
