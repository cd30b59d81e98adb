BeforeAll {
    . "$PSScriptRoot/../Helpers.ps1"

    # Writes a CSV file byte for byte, since that is what is tested.
    function New-Csv([string] $Text, [Text.Encoding] $Encoding = [Text.UTF8Encoding]::new($false)) {
        $path = Join-Path $TestDrive "$(New-Guid).csv"
        [IO.File]::WriteAllText($path, $Text, $Encoding)
        $path
    }
}

Describe 'Bad input to <Name>' -ForEach @(
    @{ Name = 'New-QardUser'; Command = 'New-QardUser' }
    @{ Name = 'Invoke-QardCollection'; Command = 'Invoke-QardCollection' }
) {
    BeforeEach { Connect-CompanyDataSandbox -SyncDuration 0 }

    It 'the siren <Siren> is an error before any call' -ForEach @(
        @{ Siren = '12345678' }
        @{ Siren = '1234567890' }
        @{ Siren = '12345678A' }
        @{ Siren = '12345-678' }
        @{ Siren = "`u{661}23456789" }
    ) {
        $row = New-Row $Siren 'Exemple SAS'
        & $Command -Name $row.name -Siren $row.siren -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $row | & $Command -ErrorAction SilentlyContinue -ErrorVariable +failed | Should -BeNullOrEmpty

        $failed | Should -HaveCount 2
        foreach ($record in $failed) {
            $record.FullyQualifiedErrorId | Should -BeLike 'QardInvalidInput,*'
            $record.CategoryInfo.Category | Should -Be InvalidArgument
            $record.TargetObject | Should -Be $Siren
            $record | Should -BeLike "*'$Siren' is not a siren: it must have 9 digits.*"
        }
        $failed[1] | Should -BeLike '*Row 1 (Exemple SAS)*'
        Get-RequestCount | Should -Be 0
    }

    It 'a siren whose check digit is wrong goes through, as the document''s own does' {
        (& $Command -Name 'Exemple SAS' -Siren 123456789).Siren | Should -Be '123456789'
    }

    It 'each row''s problem is one error that names the company, and the rest goes on' {
        $rows = @(
            New-Row 111111111 'Premier SAS'
            New-Row 123 'Court SAS'
            New-Row 222222222 'Deuxieme SAS'
            New-Row '' 'Sans Siren SAS'
            New-Row 111111111 'Premier SAS'
            New-Row 333333333 'Troisieme SAS'
        )
        $made = $rows | & $Command -ErrorAction SilentlyContinue -ErrorVariable failed
        $made.Siren | Should -Be '111111111', '222222222', '333333333'
        $failed | Should -HaveCount 3
        $failed[0] | Should -BeLike '*Row 2 (Court SAS)*'
        $failed[1] | Should -BeLike '*Row 4 (Sans Siren SAS)*no siren*'
        $failed[2] | Should -BeLike '*Row 5 (Premier SAS)*111111111 came earlier*'
        $failed.FullyQualifiedErrorId | Should -BeLike 'QardInvalidInput,*'
        $failed.TargetObject | Should -Be '123', 'Sans Siren SAS', '111111111'
        Get-QardUser | Should -HaveCount 3
    }

    It 'the same row with the siren written otherwise is a duplicate all the same' {
        $made = (New-Row '111 111 111'), (New-Row 111111111) | & $Command -ErrorAction SilentlyContinue -ErrorVariable failed
        $made | Should -HaveCount 1
        $failed | Should -HaveCount 1
    }

    It '<What> is read' -ForEach @(
        @{ What = 'LF'; Text = "siren,name`n111111111,Exemple`n222222222,Autre`n" }
        @{ What = 'CRLF'; Text = "siren,name`r`n111111111,Exemple`r`n222222222,Autre`r`n" }
        @{ What = 'a BOM'; Text = "`u{feff}siren,name`r`n111111111,Exemple`r`n222222222,Autre`r`n" }
        @{ What = 'columns in capitals and more of them'; Text = "NAME,Extra,SIREN`nExemple,x,111111111`nAutre,y,222222222" }
        @{ What = 'quotes and spaces'; Text = "siren,name`n`"111 111 111`",`"  Exemple `"`n222222222,Autre" }
        @{ What = 'an empty line'; Text = "siren,name`n111111111,Exemple`n`n222222222,Autre`n" }
    ) {
        $made = Import-Csv (New-Csv $Text) | & $Command
        $made.Siren | Should -Be '111111111', '222222222'
        $made.Name | Should -Be 'Exemple', 'Autre'
    }

    It 'accents survive <Name>' -ForEach @(
        @{ Name = 'UTF-8'; Encoding = [Text.UTF8Encoding]::new($false) }
        @{ Name = 'UTF-8 with a BOM'; Encoding = [Text.UTF8Encoding]::new($true) }
        @{ Name = 'UTF-16'; Encoding = [Text.Encoding]::Unicode }
    ) {
        $made = Import-Csv (New-Csv "siren,name`r`n111111111,Soci`u{e9}t`u{e9} G`u{e9}n`u{e9}rique`r`n" $Encoding) | & $Command
        $made.Name | Should -Be "Soci`u{e9}t`u{e9} G`u{e9}n`u{e9}rique"
    }

    It '<What> is a warning, and nothing is sent' -ForEach @(
        @{ What = 'an empty file'; Text = '' }
        @{ What = 'a header alone'; Text = "siren,name`n" }
    ) {
        Import-Csv (New-Csv $Text) | & $Command -WarningAction SilentlyContinue -WarningVariable warned | Should -BeNullOrEmpty
        $warned | Should -HaveCount 1
        $warned[0] | Should -BeLike '*empty*'
        Get-RequestCount | Should -Be 0
    }

    It 'a CSV without a siren column says which columns it has' {
        $path = New-Csv "name,city`nExemple,Paris`nAutre,Lyon`n"
        Import-Csv $path | & $Command -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -HaveCount 2
        $failed[0] | Should -BeLike "*Row 1 (Exemple)*'siren' column*name, city*"
        $failed[1] | Should -BeLike '*Row 2 (Autre)*'
        $failed.TargetObject | Should -Be 'Exemple', 'Autre'
        Get-RequestCount | Should -Be 0
    }

    It 'a CSV of semicolons is told apart by its one column' {
        Import-Csv (New-Csv "siren;name`n111111111;Exemple`n") | & $Command -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed | Should -HaveCount 1
        $failed[0] | Should -BeLike '*siren;name*'
        Get-RequestCount | Should -Be 0
    }

    It '-ErrorAction Stop ends at the first bad row' {
        $rows = (New-Row 111111111), (New-Row 123), (New-Row 222222222)
        { $rows | & $Command -ThrottleLimit 1 -ErrorAction Stop } | Should -Throw '*Row 2*' -ErrorId 'QardInvalidInput,*'
        (Get-QardUser).Siren | Should -Be '111111111'
    }
}

Describe 'A CSV without a name column' {
    BeforeEach { Connect-CompanyDataSandbox -SyncDuration 0 }

    It 'New-QardUser says which columns it has, before any call' {
        Import-Csv (New-Csv "siren,city`n111111111,Paris`n") | New-QardUser -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed | Should -HaveCount 1
        $failed[0] | Should -BeLike "*Row 1 (111111111)*'name' column*siren, city*"
        $failed[0].TargetObject | Should -Be '111111111'
        Get-RequestCount | Should -Be 0
    }

    It 'Invoke-QardCollection needs the name of a new user only' {
        $null = New-QardUser 'Exemple SAS' 111111111
        $dossiers = Import-Csv (New-Csv "siren`n111111111`n222222222`n") | Invoke-QardCollection -ErrorAction SilentlyContinue -ErrorVariable failed
        $dossiers.Status | Should -Be 'Complete', 'Failed'
        $failed | Should -HaveCount 1
        $failed[0].TargetObject | Should -Be '222222222'
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*name*'
    }
}

Describe 'A row in the middle of the one pipeline' {
    It 'that is bad leaves the others alone' {
        Connect-CompanyDataSandbox -SyncDuration 0
        $rows = (New-Row 111111111), (New-Row 12), (New-Row 222222222)
        $profiles = $rows | New-QardUser -ErrorAction SilentlyContinue -ErrorVariable failed | New-QardDataConnection | Start-QardSync | Wait-QardSync |
            Get-QardCompanyProfile
        $profiles.RegistrationNumber | Should -Be '111111111', '222222222'
        $failed | Should -HaveCount 1
    }
}
