package org.schoolcase.record.merge;

import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Facts of students whose merges have been followed, for observers of the same service: those who tell families of the facts
 * find each under its surviving student, and share the place in the topic.
 */
public record StudentFacts(ConsumerRecords<String, byte[]> records) {}
