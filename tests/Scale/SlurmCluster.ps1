# A private Slurm cluster on this machine: one controller and some nodes, each on a loopback port of its own. Dot-source it.

# Slurm's daemons and clients find the cluster by SLURM_CONF. Workers is how many tasks run at once, over all nodes.
function Start-Cluster([string] $Folder, [string[]] $Node, [int] $Workers) {
    $missing = 'munged', 'slurmctld', 'slurmd', 'sbatch' | Where-Object { -not (Get-Command $_ -CommandType Application -ErrorAction Ignore) }
    if ($missing) { throw "$($missing -join ', ') cannot be found. On Debian: apt-get install slurm-wlm munge" }

    $munge = (New-Item -ItemType Directory "$Folder/munge").FullName
    $null = New-Item -ItemType Directory "$Folder/state", "$Folder/spool"
    [IO.File]::WriteAllBytes("$munge/key", [Security.Cryptography.RandomNumberGenerator]::GetBytes(1024))
    chmod 700 $munge
    chmod 600 "$munge/key"

    $hostName = hostname -s
    $ports = @(Get-FreePort ($Node.Count + 1))
    $nodes = for ($i = 0; $i -lt $Node.Count; $i++) {
        "NodeName=$($Node[$i]) NodeHostname=$hostName NodeAddr=127.0.0.1 Port=$($ports[$i + 1]) CPUs=$([Math]::Ceiling($Workers / $Node.Count))"
    }

    # A requeued job waits until its credential has expired, two minutes by default.
    Set-Content "$Folder/slurm.conf" @"
ClusterName=companydata
SlurmctldHost=$hostName(127.0.0.1)
SlurmctldPort=$($ports[0])
SlurmUser=$(id -un)
AuthType=auth/munge
AuthInfo=socket=$munge/socket,cred_expire=5
StateSaveLocation=$Folder/state
SlurmdSpoolDir=$Folder/spool/%n
SlurmctldPidFile=$Folder/slurmctld.pid
SlurmdPidFile=$Folder/slurmd.%n.pid
SlurmctldLogFile=$Folder/slurmctld.log
SlurmdLogFile=$Folder/slurmd.%n.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=batch_sched_delay=1,sched_interval=2
SlurmdParameters=config_overrides
ReturnToService=2
SlurmdTimeout=10
KillWait=2
MinJobAge=86400
$($nodes -join "`n")
PartitionName=all Nodes=ALL Default=YES State=UP
"@
    $env:SLURM_CONF = "$Folder/slurm.conf"
    munged --force "--key-file=$munge/key" "--socket=$munge/socket" "--pid-file=$munge/pid" "--log-file=$munge/log" "--seed-file=$munge/seed"
    slurmctld
    $Node | ForEach-Object { Start-Node $_ }
    for ($try = 0; @(@(sinfo -h -N -o '%T') -eq 'idle').Count -lt $Node.Count; $try++) {
        if ($try -eq 60) { throw "The nodes do not become idle: $(Get-Content "$Folder/slurmctld.log" -Tail 5)" }
        Start-Sleep -Milliseconds 500
    }
}

function Start-Node([string] $Name) { slurmd -N $Name }

# Kills a node's daemon and all that runs below it with SIGKILL, as if the machine had lost its power.
function Stop-Node([string] $Folder, [string] $Name) {
    $tasks = @(Get-TaskProcess | Where-Object Node -EQ $Name)
    $steps = @($tasks.Parent | Where-Object { $_ } | Sort-Object -Unique | Where-Object { (Get-Content "/proc/$_/comm" -ErrorAction Ignore) -eq 'slurmstepd' })
    kill -9 (Get-Content "$Folder/slurmd.$Name.pid") @steps @($tasks.Id) 2> $null
}

# The processes of this cluster's tasks, found by the environment that Slurm gives them.
function Get-TaskProcess {
    foreach ($folder in Get-ChildItem /proc -Directory | Where-Object Name -Match '^\d+$') {
        $environment = @{}
        try { $variables = [IO.File]::ReadAllText("$folder/environ").Split("`0") } catch { continue }
        foreach ($variable in $variables -like 'SLURM*') { $name, $value = $variable -split '=', 2; $environment[$name] = $value }
        if ($environment.SLURM_CONF -ne $env:SLURM_CONF -or -not $environment.SLURM_ARRAY_TASK_ID) { continue }
        $status = Get-Content "$folder/status" -ErrorAction Ignore
        [pscustomobject]@{
            Id     = [int]$folder.Name
            Parent = [int](($status -match '^PPid:') -replace '\D')[0]
            Node   = $environment.SLURMD_NODENAME
            Task   = [int]$environment.SLURM_ARRAY_TASK_ID
            Engine = [bool]((Get-Content "$folder/cmdline" -Raw -ErrorAction Ignore) -like '*Update-Portfolio.ps1*')
        }
    }
}

# How each task of an array ended.
function Get-TaskResult([string] $Job) {
    foreach ($line in scontrol show job $Job -o) {
        $field = @{}
        [regex]::Matches($line, '(?<=^|\s)(\w+)=(\S*)') | ForEach-Object { $field[$_.Groups[1].Value] = $_.Groups[2].Value }
        [pscustomobject]@{ Task = [int]$field.ArrayTaskId; State = $field.JobState; ExitCode = [int]($field.ExitCode -split ':')[0]; Restarts = [int]$field.Restarts }
    }
}

function Stop-Cluster([string] $Folder, [string[]] $Node) {
    $Node | ForEach-Object { Stop-Node $Folder $_ }
    Get-Content "$Folder/slurmctld.pid", "$Folder/munge/pid" -ErrorAction Ignore | ForEach-Object { kill $_ }
}

# A folder whose pwsh is this PowerShell, for what calls it by that name.
function New-EngineFolder([string] $Path) {
    $null = New-Item -ItemType Directory $Path
    $command = Get-EngineCommand | ForEach-Object { "'$($_.Replace("'", "'\''"))'" }
    Set-Content "$Path/pwsh" "#!/bin/sh`nexec $command `"`$@`""
    chmod +x "$Path/pwsh"
    $Path
}

# Ports that nothing listens on; they are held together, so that no port comes twice.
function Get-FreePort([int] $Count) {
    $listeners = 1..$Count | ForEach-Object { $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0); $listener.Start(); $listener }
    $listeners.LocalEndpoint.Port
    $listeners | ForEach-Object { $_.Stop() }
}
