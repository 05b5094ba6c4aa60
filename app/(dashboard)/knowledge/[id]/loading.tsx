import { RecordLoading } from "../../_shared/page-loading";

export default function ArticleLoading() {
  return <RecordLoading area="knowledge" />;
}
