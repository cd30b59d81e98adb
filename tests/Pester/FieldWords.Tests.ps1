# What people run into when something goes wrong: which words come out, and which must not.
BeforeAll {
    . "$PSScriptRoot/PowensHelpers.ps1"
}

Describe 'A password that is an ordinary word or number' {
    BeforeAll { Connect-CompanyDataSandbox -SyncDuration 0 }

    # 'The credentials are ***. (***pass)', without a remedy.
    It '<_> leaves the words, the code and the remedy of the error as they are' -ForEach 'wrong' {
        $said = try { New-PowensConnection (Get-Magic 1) @{ login = 'somebody'; password = $_ } -ErrorAction Stop } catch { $_ }
        $said | Should -BeLike 'Powens: could not make the connection*: The login or the password was rejected*(wrong?ass)*'
        $said.Exception.ProviderCode | Should -Be 'wrongpass'
        $said.ErrorDetails.RecommendedAction | Should -BeLike 'Ask the user for the correct login and password*'
    }

    It 'a code of zeros is not masked inside a request id, nor a key inside a word' {
        $server = Start-Server -Status 400 -Body '{"code":"bad_code","description":"no, not 000000: 0000001"}' -Header @{ 'X-Request-Id' = 'r-000000-7' }
        try {
            Connect-Powens -Uri $server.Uri -UserToken (ConvertTo-Secret 'token')
            $said = try { Update-PowensConnection 1 -Field @{ code = '000000' } -ErrorAction Stop } catch { $_ }
            $said.Exception.RequestId | Should -Be 'r-000000-7'
            $said | Should -BeLike '*: no, not ***: 0000001 (bad_code)*r-000000-7*'
        }
        finally { Stop-Server $server }
    }

    It 'a key does not eat the words of the module: <_>' -ForEach 'could', 'profile', 'key', 'read the' {
        $server = Start-Server -Status 401 -Body '{"message":"the key {key} is unknown"}'
        try {
            Connect-Qard -ApiKey (ConvertTo-Secret $_) -Uri $server.Uri -MaxRetry 0
            $said = try { Get-QardProfile } catch { $_ }
            $said | Should -BeLike 'Qard: could not read the profile*'
            $said | Should -BeLike '*the*`*`*`* is unknown*'
        }
        finally { Stop-Server $server }
    }
}
