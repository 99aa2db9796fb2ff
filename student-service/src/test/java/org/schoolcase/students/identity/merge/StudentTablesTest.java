package org.schoolcase.students.identity.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.kit.testing.TestDistrict;

/** Every column of the schema that names a student has its line in the registry of merges. */
@QuarkusTest
class StudentTablesTest {

    @Inject
    StudentTables tables;

    @Inject
    Tenants tenants;

    @Test
    void saysWhatAMergeDoesWithEveryColumnThatNamesAStudent() {
        var inDatabase = tenants.inDistrict(TestDistrict.create().id(), tables::inDatabase);

        assertThat(inDatabase)
                .as("a new table with a student_id needs its line in src/main/resources/identity/student-tables.csv")
                .isSubsetOf(tables.known().keySet());
        assertThat(tables.known().keySet())
                .as("a line of a column that is not there any more")
                .isSubsetOf(new HashSet<>(inDatabase));
    }
}
