package org.jiuye.stall.vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.shared.json.Json;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Table;
import org.jiuye.stall.vacancy.model.VacancyLimits;
import org.jiuye.testing.TestCloud;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of the seeds, on what employers write. */
@TestInstance(Lifecycle.PER_CLASS)
class VacancyLimitsTest {
  private final EmulatedCloud cloud = TestCloud.start();
  private VacancyLimits limits = new VacancyLimits(List.of());

  @BeforeAll
  void read() {
    Table table = new Table(cloud.dynamoDb(), cloud.template().tables().getFirst().name());
    limits = new VacancyLimits(new VacancyStore(table, new Items(Json.MAPPER)).limits());
  }

  @AfterAll
  void close() {
    cloud.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "限男性|SEX",
        "限 男 性|SEX",
        "性别：女|SEX",
        "要求：女，35岁以下|SEX",
        "男士优先|SEX",
        "女士勿扰|SEX",
        "只招男工|SEX",
        "诚聘女收银员|SEX",
        "女店员|SEX",
        "身体健康，男性优先|SEX",
        "男装店，限女性|SEX",
        "MEN ONLY|SEX",
        "Women  only, please|SEX",
        "ｍｅｎ ｏｎｌｙ|SEX",
        "Male candidates preferred|SEX",
        "限汉族|ETHNICITY",
        "民族：汉族|ETHNICITY",
        "少数民族勿扰|ETHNICITY",
        "不招回族|ETHNICITY",
        "要求无宗教信仰|RELIGION",
        "信教者免谈|RELIGION",
        "限本地户口|HOUSEHOLD",
        "限本县户籍|HOUSEHOLD",
        "巨鹿县户口优先|HOUSEHOLD",
        "外地人勿扰|HOUSEHOLD",
        "must have a local hukou|HOUSEHOLD"
      })
  void aLimitIsFoundHoweverItIsWritten(String text, String ground) {
    assertThat(limits.find(text))
        .hasValueSatisfying(
            found -> {
              assertThat(found.limit().ground()).isEqualTo(ground);
              assertThat(found.words()).isNotBlank();
              assertThat(found.limit().law()).containsKeys("zh-CN", "en");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "男装导购",
        "女装店店长,负责女装陈列",
        "招聘男鞋、女鞋销售",
        "男女不限,年龄不限",
        "性别不限",
        "男女均可",
        "男科护士",
        "女排教练助理",
        "女式包车缝工",
        "熟悉男装版型者优先",
        "妇女用品仓库管理",
        "民族不限,户口不限",
        "少数民族优先",
        "退役军人优先,残疾人优先",
        "宗教信仰不限",
        "佛教用品店营业员",
        "入职请带户口本复印件",
        "户籍民警辅助岗位",
        "家住巨鹿镇附近者优先",
        "会电焊,能吃苦,月休四天",
        "限时三天内到岗",
        "Salesman for men's wear",
        "Women's shoes department",
        "Men and women are welcome"
      })
  void whatOnlyLooksAlikePasses(String text) {
    assertThat(limits.find(text)).isEmpty();
  }

  @Test
  void aLongTextIsReadQuickly() {
    String text = "男女".repeat(250) + "限".repeat(250) + "户口".repeat(125) + "only ".repeat(50);
    assertTimeout(Duration.ofSeconds(2), () -> limits.find(text));
  }
}
