package org.schoolcase.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.schoolcase.bench.load.Rate;
import org.schoolcase.bench.report.Samples;
import org.schoolcase.local.Service;

/** What a request costs its service in processor time: depends less on who else uses the machine than a rate does. */
final class ProcessorTime {

    private final Bed bed;
    private final Service service;
    private final List<Double> microsPerRequest = new ArrayList<>();

    ProcessorTime(Bed bed, Service service) {
        this.bed = bed;
        this.service = service;
    }

    /** Runs a round and remembers what one of its requests has cost. */
    Rate around(Supplier<Rate> round) {
        var before = bed.processorTime(service);
        var rate = round.get();
        Duration taken = bed.processorTime(service).minus(before);
        microsPerRequest.add(taken.toNanos() / 1e3 / Math.max(1, rate.count()));
        return rate;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s us of %s", Samples.of(microsPerRequest).text(), service.module());
    }
}
