using Xunit.Sdk;
using Xunit.v3;

// Virtual time moves on when the whole thread pool is idle; tests beside would keep it busy, and be counted where memory is measured.
[assembly: Parallelization(Mode = ParallelMode.None)]
