package org.schoolcase.bench.load;

/**
 * What a load generator counted in one round.
 *
 * @param count requests or transactions that were answered
 * @param errors those among them that failed, and connections that broke
 */
public record Rate(long count, double perSecond, long errors) {}
