package guifan.report;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.AmendmentCard;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandardLineTest {

    private static StandardCard card(
            String id, String effective, boolean draft, boolean published, AmendmentCard... amendments) {
        StandardCard sample = Samples.card();
        return new StandardCard(
                id,
                "创新案例评审标准",
                sample.issuer(),
                effective,
                draft,
                published,
                "",
                "",
                sample.total(),
                3,
                List.of(amendments),
                null,
                null,
                null,
                true,
                sample.areas(),
                List.of(),
                List.of(),
                sample.grades(),
                List.of(),
                null,
                sample.combining());
    }

    private static AmendmentCard amendment(String id, int added, int set, int retired) {
        return new AmendmentCard(id, "", added, set, retired);
    }

    @Test
    void anAmendedStandardSaysWhatWasChanged() {
        assertThat(StandardLine.of(Samples.card()).zh())
                .isEqualTo(
                        "评价标准：2019年版第1次修订（编号2019.1，2019-07-01起施行），4项、10分；原文3项，新增1项、调整2项。" + "按原文请用 --standard 2019.0");
        assertThat(StandardLine.of(Samples.card()).en())
                .isEqualTo("Standard: edition 2019, amendment 1 (id 2019.1, in force from 2019-07-01), 4 indicators,"
                        + " 10 points; as issued 3 indicators, 1 added, 2 adjusted. For the text as issued use"
                        + " --standard 2019.0");
    }

    @Test
    void amendmentsAreAddedUp() {
        StandardCard card = card("2019.2", "", false, true, amendment("2019.1", 2, 0, 0), amendment("2019.2", 0, 1, 1));
        assertThat(StandardLine.of(card).zh())
                .isEqualTo("评价标准：2019年版第2次修订（编号2019.2），4项、10分；原文3项，新增2项、调整1项、删去1项。" + "按原文请用 --standard 2019.0");
    }

    @Test
    void aTextAsIssuedIsNamedByItsYear() {
        assertThat(StandardLine.of(card("2018.0", "2018-01-01", false, true)).zh())
                .isEqualTo("评价标准：2018年版（编号2018.0，2018-01-01起施行），4项、10分");
    }

    @Test
    void aDraftIsCalledOne() {
        assertThat(StandardLine.of(card("2020.0", "2020-01-01", true, true)).zh())
                .isEqualTo("评价标准：2020年版草案（编号2020.0，拟自2020-01-01起施行），4项、10分");
    }

    @Test
    void aStandardInAFolderIsNamedByItsTitle() {
        assertThat(StandardLine.of(card("innovation-case/2019.0", "", false, true))
                        .zh())
                .isEqualTo("评价标准：创新案例评审标准（编号innovation-case/2019.0），4项、10分");
    }

    @Test
    void onlyAReconstructionIsDisowned() {
        assertThat(StandardLine.provenance(Samples.card()).orElseThrow().zh()).isEqualTo("本标准为重构示例，非台山市人大常委会正式文本");
        assertThat(StandardLine.provenance(card("2018.0", "", false, true))).isEmpty();
    }
}
